// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SortValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Adds numbers up without rounding, so that their order does not matter.
final class ExactSum {

    private BigInteger wholes = BigInteger.ZERO;
    private long pending;
    private BigDecimal decimals = BigDecimal.ZERO;

    void add(SortValue value) {
        switch (value) {
            case SortValue.Whole(long whole) -> add(whole);
            case SortValue.Decimal(double decimal) -> decimals = decimals.add(new BigDecimal(decimal));
            case SortValue.Text _, SortValue.Missing _ -> throw new IllegalStateException("only numbers are summed");
        }
    }

    private void add(long whole) {
        long sum = pending + whole;
        if (((pending ^ sum) & (whole ^ sum)) < 0) {
            wholes = wholes.add(BigInteger.valueOf(pending));
            sum = whole;
        }
        pending = sum;
    }

    /// The sum, rounded; the outermost number where it is beyond that.
    double rounded() {
        BigDecimal exact = decimals.add(new BigDecimal(wholes.add(BigInteger.valueOf(pending))));
        return Math.clamp(exact.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
