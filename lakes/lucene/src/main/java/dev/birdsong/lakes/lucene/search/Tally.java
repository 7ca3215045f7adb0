// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.List;

/// Counts the values of one field over some records.
interface Tally {

    /// Takes what one record has, in order; of numbers equal ones too.
    void add(List<SortValue> values);

    AggregationResult result();

    /// What an aggregation asks for, leaving out what is to be counted within.
    static Tally of(Aggregation aggregation, Schema schema, Budget budget) {
        return switch (aggregation) {
            case Aggregation.TopValues top ->
                top(top.size(), schema.type(top.field()).orElseThrow(), budget);
            case Aggregation.DateHistogram histogram -> new HistogramTally(histogram.interval(), budget);
            case Aggregation.Cardinality _ -> cardinality(new Distinct(budget));
            case Aggregation.Statistic(Aggregation.Statistic.Kind kind, String _) -> new StatisticTally(kind);
        };
    }

    private static Tally top(int size, FieldType type, Budget budget) {
        var top = new Top<SortValue>(size, budget);
        return new Tally() {
            @Override
            public void add(List<SortValue> values) {
                values.stream().distinct().forEach(value -> top.add(value, 1));
            }

            @Override
            public AggregationResult result() {
                return top.result(Values.order(type), value -> value);
            }
        };
    }

    private static Tally cardinality(Distinct distinct) {
        return new Tally() {
            @Override
            public void add(List<SortValue> values) {
                values.forEach(distinct::add);
            }

            @Override
            public AggregationResult result() {
                return new AggregationResult.Measured(new SortValue.Whole(distinct.count()));
            }
        };
    }
}
