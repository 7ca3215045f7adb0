// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Looks for secrets, as they are and as Base64 writes them.
record SecretHunt(List<String> secrets) {

    SecretHunt {
        secrets = List.copyOf(secrets);
    }

    /// Those that are in a text.
    List<String> in(String text) {
        return secrets.stream()
                .filter(secret ->
                        Stream.concat(Stream.of(secret), encoded(secret)).anyMatch(text::contains))
                .toList();
    }

    /// In Base64 a text begins at any of three places in a group.
    private static Stream<String> encoded(String secret) {
        return Stream.of("", "x", "xx").map(before -> {
            byte[] bytes = (before + secret).getBytes(StandardCharsets.UTF_8);
            String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            return text.substring(4, text.length() - 3);
        });
    }

    /// The files below a folder that have one, with it.
    List<String> inFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(bytes(file)).stream().map(secret -> file + " has " + secret))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All rows of all tables of a database.
    static List<String> rows(Path database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (found.next()) {
                        rows.add(table + " " + row(found));
                    }
                }
            }
        }
        return rows;
    }

    private static String row(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                    .append('|');
        }
        return text.toString();
    }
}
