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

/// Something that is counted over all hits, segment by segment.
interface Count {

    /// Takes the hits of one segment.
    interface Leaf {

        void collect(int document) throws IOException;

        /// There are no more.
        default void finish() throws IOException {}
    }

    Leaf leaf(LeafReaderContext segment) throws IOException;

    AggregationResult result();

    /// What an aggregation asks for, leaving out what is to be counted within.
    static Count of(Aggregation aggregation, Schema schema, Budget budget) {
        String path = Schema.plain(aggregation.field());
        FieldType type = schema.type(path).orElseThrow();
        return switch (aggregation) {
            case Aggregation.TopValues(String _, int size, var _) -> top(path, type, size, budget);
            case Aggregation.DateHistogram histogram -> new Histogram(Layout.column(path, type), histogram.interval());
            case Aggregation.Cardinality _, Aggregation.Statistic _ ->
                new Measure(path, schema, Tally.of(aggregation, schema, budget));
        };
    }

    private static Count top(String path, FieldType type, int size, Budget budget) {
        String column = Layout.column(path, type);
        return switch (type) {
            case TEXT, IP ->
                path.equals(Layout.ID)
                        ? new TopIds(new Top<>(size, budget))
                        : new TopTexts(column, type, new Top<>(size, budget));
            case LONG, DATE, BOOLEAN, DOUBLE -> new TopNumbers(column, type, new Top<>(size, budget));
        };
    }
}
