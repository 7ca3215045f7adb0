// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Counts records by what they have.
final class Counting {

    private final Schema schema;

    Counting(Schema schema) {
        this.schema = schema;
    }

    Map<String, AggregationResult> of(List<Stored> records, Map<String, Aggregation> aggregations) {
        Map<String, AggregationResult> results = new HashMap<>();
        aggregations.forEach((name, aggregation) -> results.put(name, of(records, aggregation)));
        return results;
    }

    private AggregationResult of(List<Stored> records, Aggregation aggregation) {
        String path = Schema.plain(aggregation.field());
        FieldType type = schema.type(path).orElseThrow();
        return switch (aggregation) {
            case Aggregation.TopValues top -> top(grouped(records, type, record -> record.values(path, type)), top);
            case Aggregation.DateHistogram histogram ->
                histogram(grouped(records, FieldType.LONG, record -> starts(record, path, histogram)), histogram);
            case Aggregation.Cardinality _ ->
                new AggregationResult.Measured(new SortValue.Whole(records.stream()
                        .flatMap(record -> record.values(path, type).stream())
                        .distinct()
                        .count()));
            case Aggregation.Statistic(Aggregation.Statistic.Kind kind, String _) ->
                new AggregationResult.Measured(measured(
                        kind,
                        records.stream()
                                .flatMap(record -> record.allValues(path, type).stream())
                                .map(Counting::exact)
                                .toList()));
        };
    }

    private AggregationResult top(Map<SortValue, List<Stored>> groups, Aggregation.TopValues top) {
        List<Map.Entry<SortValue, List<Stored>>> sorted = groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .toList();
        long others = sorted.stream()
                .skip(top.size())
                .mapToLong(group -> group.getValue().size())
                .sum();
        List<Bucket> buckets = sorted.stream()
                .limit(top.size())
                .map(group -> bucket(group, top.within()))
                .toList();
        return new AggregationResult.Buckets(buckets, others);
    }

    private AggregationResult histogram(Map<SortValue, List<Stored>> groups, Aggregation.DateHistogram histogram) {
        List<Bucket> buckets = groups.entrySet().stream()
                .map(group -> bucket(group, histogram.within()))
                .toList();
        return new AggregationResult.Buckets(buckets, 0);
    }

    private Bucket bucket(Map.Entry<SortValue, List<Stored>> group, Map<String, Aggregation> within) {
        return new Bucket(group.getKey(), group.getValue().size(), of(group.getValue(), within));
    }

    private static List<SortValue> starts(Stored record, String path, Aggregation.DateHistogram histogram) {
        return record.values(path, FieldType.LONG).stream()
                .map(value -> histogram.interval().start(((SortValue.Whole) value).value()))
                .distinct()
                .<SortValue>map(SortValue.Whole::new)
                .toList();
    }

    /// The records that have each value, by value.
    private static Map<SortValue, List<Stored>> grouped(
            List<Stored> records, FieldType type, Function<Stored, List<SortValue>> values) {
        Map<SortValue, List<Stored>> groups = new TreeMap<>((one, other) -> Comparing.values(type, one, other));
        records.forEach(record -> values.apply(record)
                .forEach(value ->
                        groups.computeIfAbsent(value, _ -> new ArrayList<>()).add(record)));
        return groups;
    }

    private static SortValue measured(Aggregation.Statistic.Kind kind, List<BigDecimal> values) {
        if (values.isEmpty() && kind != Aggregation.Statistic.Kind.SUM) {
            return new SortValue.Missing();
        }
        double sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
        double finite = Math.clamp(sum, -Double.MAX_VALUE, Double.MAX_VALUE);
        return new SortValue.Decimal(
                switch (kind) {
                    case SUM -> finite;
                    case MIN -> Collections.min(values).doubleValue();
                    case MAX -> Collections.max(values).doubleValue();
                    case AVG -> finite / values.size();
                });
    }

    private static BigDecimal exact(SortValue value) {
        return value instanceof SortValue.Whole(long whole)
                ? BigDecimal.valueOf(whole)
                : new BigDecimal(((SortValue.Decimal) value).value());
    }
}
