// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.SortValue;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    private final ExactSum sum = new ExactSum();

    @Test
    void losesNothingToItsOrder() {
        add(1e300, 1, -1e300, 0.5);

        assertThat(sum.rounded()).isEqualTo(1.5);
    }

    @Test
    void addsWholeNumbersBeyondSixtyFourBits() {
        for (int i = 0; i < 4; i++) {
            sum.add(new SortValue.Whole(Long.MAX_VALUE));
        }

        assertThat(sum.rounded()).isEqualTo(4 * 0x1p63);
    }

    @Test
    void staysFinite() {
        add(Double.MAX_VALUE, Double.MAX_VALUE);

        assertThat(sum.rounded()).isEqualTo(Double.MAX_VALUE);
    }

    private void add(double... numbers) {
        for (double number : numbers) {
            sum.add(new SortValue.Decimal(number));
        }
    }
}
