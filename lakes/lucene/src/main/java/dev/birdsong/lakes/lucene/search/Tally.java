// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/// Counts the values of one field in each of some buckets, segment by segment.
interface Tally {

    /// Takes the hits of one segment.
    interface Leaf {

        void collect(Batch batch) throws IOException;

        /// There are no more.
        default void finish() throws IOException {}
    }

    Leaf leaf(LeafReaderContext segment) throws IOException;

    /// What was counted in one bucket.
    AggregationResult result(int bucket);

    /// What an aggregation asks for, leaving out what is to be counted within.
    ///
    /// @param buckets how many there are
    static Tally of(Aggregation aggregation, Schema schema, int buckets, Budget budget) {
        String path = Schema.plain(aggregation.field());
        FieldType type = schema.type(path).orElseThrow();
        String column = path.equals(Layout.ID) ? Layout.ID : Layout.column(path, type);
        return switch (aggregation) {
            case Aggregation.TopValues(String _, int size, var _) ->
                isText(type)
                        ? new TopTexts(column, type, size, buckets, budget)
                        : new TopNumbers(column, type, size, buckets, budget);
            case Aggregation.DateHistogram histogram -> new Histogram(column, histogram.interval(), buckets, budget);
            case Aggregation.Cardinality _ ->
                isText(type)
                        ? new DistinctTexts(column, buckets, budget)
                        : new DistinctNumbers(column, buckets, budget);
            case Aggregation.Statistic(Aggregation.Statistic.Kind kind, String _) ->
                new Statistics(kind, column, type, buckets);
        };
    }

    private static boolean isText(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.IP;
    }
}
