// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;

/// What is counted within buckets: in a second pass over the hits, once it is known which buckets there are.
final class Within implements Count {

    private final Aggregation aggregation;
    private final Schema schema;
    private final AggregationResult.Buckets found;
    private final List<Inner> inners;
    private final Map<SortValue, List<Tally>> tallies = new HashMap<>();

    Within(Aggregation aggregation, AggregationResult.Buckets found, Schema schema, Budget budget) {
        this.aggregation = aggregation;
        this.schema = schema;
        this.found = found;
        this.inners = aggregation.within().entrySet().stream()
                .map(inner -> new Inner(inner.getKey(), inner.getValue()))
                .toList();
        found.buckets()
                .forEach(bucket -> tallies.put(
                        bucket.key(),
                        inners.stream()
                                .map(inner -> Tally.of(inner.aggregation, schema, budget))
                                .toList()));
    }

    private record Inner(String name, Aggregation aggregation) {}

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        FieldReader keys = FieldReader.of(aggregation.field(), schema, segment);
        List<FieldReader> readers = new ArrayList<>();
        for (Inner inner : inners) {
            readers.add(FieldReader.of(inner.aggregation.field(), schema, segment));
        }
        return document -> add(buckets(keys.values(document)), readers, document);
    }

    /// The tallies of all buckets that a record is in.
    private List<List<Tally>> buckets(List<SortValue> values) {
        return values.stream()
                .map(this::key)
                .distinct()
                .flatMap(key -> Stream.ofNullable(tallies.get(key)))
                .toList();
    }

    private SortValue key(SortValue value) {
        return aggregation instanceof Aggregation.DateHistogram histogram
                ? new SortValue.Whole(HistogramTally.start(value, histogram.interval()))
                : value;
    }

    private static void add(List<List<Tally>> buckets, List<FieldReader> readers, int document) throws IOException {
        for (int i = 0; i < readers.size() && !buckets.isEmpty(); i++) {
            List<SortValue> values = readers.get(i).values(document);
            for (List<Tally> bucket : buckets) {
                bucket.get(i).add(values);
            }
        }
    }

    @Override
    public AggregationResult result() {
        return new AggregationResult.Buckets(
                found.buckets().stream().map(this::complete).toList(), found.others());
    }

    private Bucket complete(Bucket bucket) {
        List<Tally> counted = tallies.getOrDefault(bucket.key(), List.of());
        Map<String, AggregationResult> within = new HashMap<>();
        for (int i = 0; i < inners.size(); i++) {
            within.put(inners.get(i).name, counted.get(i).result());
        }
        return new Bucket(bucket.key(), bucket.count(), within);
    }
}
