// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/// A lake of so many records in a folder, made once.
record FilledLake(Path folder, long records, Schema schema) {

    private static final int BATCH = 1_000;
    private static final int UNDERWAY = 16;

    /// Opens the lake; makes it first where it is not there.
    DataLake open() throws IOException, InterruptedException {
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            fill();
            Files.createFile(complete);
        }
        return lake();
    }

    private DataLake lake() {
        return LuceneLake.open(folder.resolve("lake"), schema, Clock.systemUTC());
    }

    private void fill() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.createDirectories(folder);
        var made = new ManyRecords(new Random(1), records);
        Queue<Acknowledgement> underway = new ArrayDeque<>();
        try (DataLake lake = lake()) {
            for (List<LakeRecord> batch = made.next(BATCH); !batch.isEmpty(); batch = made.next(BATCH)) {
                underway.add(lake.put(batch));
                if (underway.size() > UNDERWAY) {
                    underway.remove().await();
                }
            }
            for (Acknowledgement put : underway) {
                put.await();
            }
        }
        System.out.printf("%,d records put in %,d s%n", records, (System.nanoTime() - began) / 1_000_000_000);
    }
}
