// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The texts that were given, and what is wrong with them.
final class Values {

    private static final int HIGHEST_PORT = 65_535;

    private final Map<Setting, String> given;
    private final List<String> problems;

    Values(Map<Setting, String> given, List<String> problems) {
        this.given = given;
        this.problems = problems;
    }

    String text(Setting setting) {
        return given.getOrDefault(setting, setting.fallback()).strip();
    }

    Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    List<String> list(Setting setting, Pattern pattern, String expected) {
        return list(setting, value -> pattern.matcher(value).matches(), expected);
    }

    List<String> list(Setting setting, Predicate<String> allowed, String expected) {
        List<String> values = Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        values.stream().filter(allowed.negate()).forEach(value -> wrong(setting, value, expected));
        return values;
    }

    int port(Setting setting) {
        String text = text(setting);
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        wrong(setting, text, "a port from 0 to 65535, 0 for any that is free");
        return 0;
    }

    boolean flag(Setting setting) {
        String text = text(setting);
        if (!text.equals("true") && !text.equals("false")) {
            wrong(setting, text, "true or false");
        }
        return text.equals("true");
    }

    Optional<Path> readableFile(Setting setting) {
        Optional<Path> file = optional(setting).map(Path::of);
        file.filter(path -> !Files.isReadable(path))
                .ifPresent(path -> wrong(setting, path.toString(), "a readable PEM file"));
        return file;
    }

    void wrong(Setting setting, String value, String expected) {
        problem("'" + setting.key() + "' is '" + value + "', but takes " + expected);
    }

    void problem(String problem) {
        problems.add(problem);
    }
}
