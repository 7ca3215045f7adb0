// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/// Something that is counted over all hits, segment by segment.
interface Count {

    /// The most buckets that a search may ask for.
    int MOST = 10_000;

    /// Takes the hits of one segment.
    interface Leaf {

        void collect(int document) throws IOException;

        /// There are no more.
        void finish() throws IOException;
    }

    Leaf leaf(LeafReaderContext segment) throws IOException;

    List<Bucket> buckets();

    /// What an aggregation asks for.
    ///
    /// @throws LakeException if the field cannot be counted by
    static Count of(Aggregation aggregation, Schema schema) {
        return switch (aggregation) {
            case Aggregation.TopValues(String field, int size) -> top(Schema.plain(field), size, schema);
            case Aggregation.DateHistogram(String field, Aggregation.Interval interval) ->
                histogram(Schema.plain(field), interval, schema);
        };
    }

    private static Count top(String path, int size, Schema schema) {
        FieldType type = type(path, schema);
        if (size > MOST) {
            throw new LakeException("more than 10,000 buckets: ask for fewer");
        }
        String column = Layout.column(path, type);
        return switch (type) {
            case TEXT, IP -> path.equals(Layout.ID) ? new TopIds(size) : new TopTexts(column, type, size);
            case LONG, DATE, BOOLEAN, DOUBLE -> new TopNumbers(column, type, size);
        };
    }

    private static Count histogram(String path, Aggregation.Interval interval, Schema schema) {
        FieldType type = type(path, schema);
        if (type != FieldType.DATE && type != FieldType.LONG) {
            throw new LakeException("a histogram needs a field of times or whole numbers, not " + path);
        }
        return new Histogram(Layout.column(path, type), interval);
    }

    private static FieldType type(String path, Schema schema) {
        return schema.type(path)
                .orElseThrow(() -> new LakeException("cannot count by " + path + ": it is not a listed field"));
    }
}
