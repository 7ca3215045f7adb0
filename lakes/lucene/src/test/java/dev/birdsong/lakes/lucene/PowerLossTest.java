// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;

/// The power is lost at any moment.
class PowerLossTest {

    private static final int BATCHES = 12;
    private static final int IDS = 60;
    private static final int MOST_OPERATIONS = 500;

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> acknowledgedBefore = new HashMap<>();
    private final Map<String, Integer> latest = new HashMap<>();

    @RandomSeeds(5)
    void losesNothingThatWasAcknowledged(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        Path lake = folder.resolve("lake");
        Path image = folder.resolve("image");
        var power = new PowerLoss(
                lake,
                image,
                random,
                1 + random.nextInt(MOST_OPERATIONS),
                () -> acknowledgedBefore.putAll(acknowledged));
        try (DataLake open = NumberedStates.open(lake, power::open)) {
            put(open, random);
            power.now();
        }

        try (DataLake reopened = NumberedStates.open(image, FSDirectory::open)) {
            assertThat(NumberedStates.lost(acknowledgedBefore, NumberedStates.held(reopened)))
                    .isEmpty();
            acknowledged.clear();
            put(reopened, random);
            assertThat(NumberedStates.lost(acknowledged, NumberedStates.held(reopened)))
                    .isEmpty();
        }
    }

    private void put(DataLake lake, Random random) throws InterruptedException {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<LakeRecord> states = new ArrayList<>();
            Map<String, Integer> told = new HashMap<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int id = random.nextInt(IDS);
                int number = latest.merge("id-" + id, 1, Integer::sum);
                states.add(NumberedStates.state(id, number));
                told.put("id-" + id, number);
            }
            lake.put(states).await();
            acknowledged.putAll(told);
        }
    }
}
