// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRefusedException;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class DistinctTest {

    private final Budget budget = Budget.ofSearch();
    private final Distinct distinct = new Distinct(budget);

    @Test
    void countsExactlyAsLongAsItPromises() {
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, Aggregation.Cardinality.EXACT).forEach(i -> distinct.add(new BytesRef("host-" + i)));
        }

        assertThat(distinct.count()).isEqualTo(Aggregation.Cardinality.EXACT);
    }

    @Test
    void countsMoreWithinTwoPercent() {
        IntStream.range(0, 2_000_000).forEach(i -> distinct.add(i));

        assertThat(distinct.count()).isCloseTo(2_000_000L, withinPercentage(2));
    }

    @Test
    void givesRoomBackThatItNoLongerNeeds() {
        IntStream.range(0, 2_000_000).forEach(i -> distinct.add(i));

        IntStream.range(0, SearchLimits.VALUES - Aggregation.Cardinality.EXACT).forEach(_ -> budget.spend());
    }

    @Test
    void refusesMoreValuesThanASearchMayHave() {
        var counts = new NumberCounts(budget);
        IntStream.range(0, SearchLimits.VALUES).forEach(i -> counts.add(i, 1));

        assertThatThrownBy(() -> counts.add(-1, 1))
                .isInstanceOf(SearchRefusedException.class)
                .hasMessageContaining("more than 1,000,000 different values");
    }
}
