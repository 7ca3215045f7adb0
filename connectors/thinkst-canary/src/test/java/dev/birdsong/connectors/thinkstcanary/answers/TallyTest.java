// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.testkit.RandomSeeds;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class TallyTest {

    @RandomSeeds(10)
    void countsEachHashByItself(long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally();
        Map<Hash, Integer> counted = new HashMap<>();

        for (int i = 0; i < 2_000; i++) {
            Hash hash = new Hash(random.nextInt(3), random.nextInt(500) * 64L);
            int before = counted.merge(hash, 1, Integer::sum) - 1;
            assertThat(tally.count(hash)).as("seed %d", seed).isEqualTo(before);
        }
    }
}
