// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;

/// What is counted within buckets: in a second pass over the hits, once it is known which buckets there are.
final class Within implements Count {

    private final Aggregation aggregation;
    private final Schema schema;
    private final AggregationResult.Buckets found;
    private final Map<SortValue, Map<String, Tally>> tallies = new HashMap<>();

    Within(Aggregation aggregation, AggregationResult.Buckets found, Schema schema, Budget budget) {
        this.aggregation = aggregation;
        this.schema = schema;
        this.found = found;
        found.buckets().forEach(bucket -> tallies.put(bucket.key(), fresh(budget)));
    }

    private Map<String, Tally> fresh(Budget budget) {
        Map<String, Tally> fresh = new HashMap<>();
        aggregation.within().forEach((name, inner) -> fresh.put(name, Tally.of(inner, schema, budget)));
        return fresh;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        FieldReader keys = FieldReader.of(aggregation.field(), schema, segment);
        Map<String, FieldReader> readers = new HashMap<>();
        for (Map.Entry<String, Aggregation> inner : aggregation.within().entrySet()) {
            readers.put(inner.getKey(), FieldReader.of(inner.getValue().field(), schema, segment));
        }
        return document -> add(buckets(keys.values(document)), readers, document);
    }

    /// The tallies of all buckets that a record is in.
    private List<Map<String, Tally>> buckets(List<SortValue> values) {
        return values.stream()
                .map(this::key)
                .distinct()
                .filter(tallies::containsKey)
                .map(tallies::get)
                .toList();
    }

    private SortValue key(SortValue value) {
        return aggregation instanceof Aggregation.DateHistogram histogram
                ? new SortValue.Whole(HistogramTally.start(value, histogram.interval()))
                : value;
    }

    private static void add(List<Map<String, Tally>> buckets, Map<String, FieldReader> readers, int document)
            throws IOException {
        if (buckets.isEmpty()) {
            return;
        }
        for (Map.Entry<String, FieldReader> reader : readers.entrySet()) {
            List<SortValue> values = reader.getValue().values(document);
            buckets.forEach(bucket -> bucket.get(reader.getKey()).add(values));
        }
    }

    @Override
    public AggregationResult result() {
        return new AggregationResult.Buckets(
                found.buckets().stream().map(this::complete).toList(), found.others());
    }

    private Bucket complete(Bucket bucket) {
        Map<String, AggregationResult> within = new HashMap<>();
        tallies.getOrDefault(bucket.key(), Map.of()).forEach((name, tally) -> within.put(name, tally.result()));
        return new Bucket(bucket.key(), bucket.count(), within);
    }
}
