// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.testkit.truth.Facts;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// What a console and a lake hold, as facts that can be compared.
final class Bags {

    private Bags() {}

    /// What the console holds, but for incidents with these ids.
    static Facts ofConsole(String host, Set<String> without) throws IOException {
        try (InputStream truth =
                URI.create("http://" + host + "/_truth").toURL().openStream()) {
            return Facts.ofTruth(without.isEmpty() ? truth : filtered(truth, without));
        }
    }

    private static InputStream filtered(InputStream truth, Set<String> without) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(truth, StandardCharsets.UTF_8))) {
            String left = lines.lines()
                    .filter(line -> without.stream().noneMatch(line::contains))
                    .collect(Collectors.joining("\n"));
            return new ByteArrayInputStream(left.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// What is in the lake in a folder.
    static Facts ofLake(Path folder) {
        var schema = InterflowFields.SCHEMA.with(new ThinkstCanary(folder).fields());
        try (DataLake lake = LuceneLake.openReadOnly(folder, schema)) {
            return Facts.ofLake(lake);
        }
    }
}
