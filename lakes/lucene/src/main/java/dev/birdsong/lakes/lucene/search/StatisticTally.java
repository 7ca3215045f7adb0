// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.SortValue;
import java.util.List;

/// One number over all values.
final class StatisticTally implements Tally {

    private final Aggregation.Statistic.Kind kind;
    private final ExactSum sum = new ExactSum();
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private long count;

    StatisticTally(Aggregation.Statistic.Kind kind) {
        this.kind = kind;
    }

    @Override
    public void add(List<SortValue> values) {
        for (SortValue value : values) {
            double number = number(value);
            sum.add(value);
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
            count++;
        }
    }

    private static double number(SortValue value) {
        return switch (value) {
            case SortValue.Whole(long whole) -> whole;
            case SortValue.Decimal(double decimal) -> decimal;
            case SortValue.Text _, SortValue.Missing _ -> throw new IllegalStateException("a number was expected");
        };
    }

    @Override
    public AggregationResult result() {
        return new AggregationResult.Measured(
                count == 0 && kind != Aggregation.Statistic.Kind.SUM
                        ? new SortValue.Missing()
                        : new SortValue.Decimal(measured()));
    }

    private double measured() {
        return switch (kind) {
            case SUM -> sum.rounded();
            case MIN -> least;
            case MAX -> greatest;
            case AVG -> sum.rounded() / count;
        };
    }
}
