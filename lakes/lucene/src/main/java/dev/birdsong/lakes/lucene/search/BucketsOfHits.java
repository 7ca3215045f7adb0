// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/// Says which of the buckets that were found a hit is in; it may be in several.
final class BucketsOfHits {

    private final String path;
    private final FieldType type;
    private final String column;
    private final Optional<Aggregation.Interval> interval;
    private final List<SortValue> keys;

    /// Takes a hit for each bucket that it is in.
    @FunctionalInterface
    interface Each {
        void take(int document, int bucket) throws IOException;
    }

    /// Hands over the hits of one segment.
    @FunctionalInterface
    interface Leaf {
        void read(Batch batch, Each each) throws IOException;
    }

    BucketsOfHits(Aggregation aggregation, List<Bucket> buckets, Schema schema) {
        this.path = Schema.plain(aggregation.field());
        this.type = schema.type(path).orElseThrow();
        this.column = Layout.column(path, type);
        this.interval = aggregation instanceof Aggregation.DateHistogram histogram
                ? Optional.of(histogram.interval())
                : Optional.empty();
        this.keys = buckets.stream().map(Bucket::key).toList();
    }

    Leaf leaf(LeafReaderContext segment) throws IOException {
        return switch (type) {
            case TEXT, IP ->
                path.equals(Layout.ID) ? ids(DocValues.getBinary(segment.reader(), Layout.ID)) : texts(segment);
            case LONG, DATE, BOOLEAN, DOUBLE -> numbers(segment);
        };
    }

    private Leaf ids(BinaryDocValues ids) {
        Map<BytesRef, Integer> buckets = new HashMap<>();
        keys.forEach(key -> buckets.put(Values.bytes(type, key), buckets.size()));
        return (batch, each) -> {
            for (int i = 0; i < batch.size; i++) {
                Integer bucket = ids.advanceExact(batch.documents[i]) ? buckets.get(ids.binaryValue()) : null;
                if (bucket != null) {
                    each.take(batch.documents[i], bucket);
                }
            }
        };
    }

    private Leaf texts(LeafReaderContext segment) throws IOException {
        var texts = new TextColumn(segment, column);
        var buckets = new int[texts.count()];
        Arrays.fill(buckets, -1);
        for (int bucket = 0; bucket < keys.size(); bucket++) {
            int ord = texts.ord(Values.bytes(type, keys.get(bucket)));
            if (ord >= 0) {
                buckets[ord] = bucket;
            }
        }
        return (batch, each) -> texts.read(batch, (document, _, ord) -> {
            if (buckets[ord] >= 0) {
                each.take(document, buckets[ord]);
            }
        });
    }

    private Leaf numbers(LeafReaderContext segment) throws IOException {
        Map<Long, Integer> buckets = new HashMap<>();
        keys.forEach(key -> buckets.put(Values.number(key), buckets.size()));
        var numbers = new NumberColumn(segment, column);
        var starts = interval.map(Starts::new);
        return (batch, each) -> {
            var distinct = new DistinctInHit((document, _, number) -> {
                Integer bucket = buckets.get(number);
                if (bucket != null) {
                    each.take(document, bucket);
                }
            });
            numbers.read(
                    batch,
                    (document, bucket, number, isRepeated) -> distinct.take(
                            document,
                            bucket,
                            starts.map(known -> known.of(number)).orElse(number),
                            isRepeated));
        };
    }
}
