// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;

/// The disk is full at any moment, and has room again later.
class FullDiskTest {

    private static final int MOST_ROOM = 400_000;
    private static final int IDS = 200;
    private static final int BATCH = 40;

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private int number;

    @RandomSeeds(5)
    void saysSoAndGoesOnWhereThereIsRoomAgain(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new SmallDisk(random.nextInt(MOST_ROOM));
        try (DataLake lake = NumberedStates.open(folder.resolve("lake"), disk::open)) {
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> putForEver(lake, random))
                    .withMessageContaining("No space left on device")
                    .withMessageContaining(folder.toString())
                    .withMessageNotContaining("\n");
            assertThatExceptionOfType(LakeException.class)
                    .isThrownBy(() -> putForEver(lake, random))
                    .withMessageNotContaining("\n");

            disk.clear();
            putUntilTaken(lake, random);

            assertThat(NumberedStates.lost(acknowledged, NumberedStates.held(lake)))
                    .isEmpty();
        }
        try (DataLake reopened = NumberedStates.open(folder.resolve("lake"), FSDirectory::open)) {
            assertThat(NumberedStates.lost(acknowledged, NumberedStates.held(reopened)))
                    .isEmpty();
        }
    }

    @RandomSeeds(3)
    void opensAgainWithAllThatWasAcknowledged(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new SmallDisk(random.nextInt(MOST_ROOM));
        try (DataLake lake = NumberedStates.open(folder.resolve("lake"), disk::open)) {
            assertThatExceptionOfType(LakeException.class).isThrownBy(() -> putForEver(lake, random));
        }

        try (DataLake reopened = NumberedStates.open(folder.resolve("lake"), FSDirectory::open)) {
            put(reopened, random);
            assertThat(NumberedStates.lost(acknowledged, NumberedStates.held(reopened)))
                    .isEmpty();
        }
    }

    private void putForEver(DataLake lake, Random random) throws InterruptedException {
        while (true) {
            put(lake, random);
        }
    }

    /// The lake notices that there is room when it next tries; one put at most is told of the failure before.
    private void putUntilTaken(DataLake lake, Random random) throws InterruptedException {
        try {
            put(lake, random);
        } catch (LakeException _) {
            put(lake, random);
        }
    }

    private void put(DataLake lake, Random random) throws InterruptedException {
        List<LakeRecord> states = new ArrayList<>();
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < BATCH; i++) {
            int id = random.nextInt(IDS);
            number++;
            states.add(NumberedStates.state(id, number));
            told.put("id-" + id, number);
        }
        lake.put(states).await();
        acknowledged.putAll(told);
    }
}
