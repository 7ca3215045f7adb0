// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Counts records by what they have.
final class Counting {

    private static final int MOST = 10_000;

    private Counting() {}

    static void check(Paging paging) {
        if (paging.from() + paging.size() > MOST) {
            throw new LakeException("from + size may be up to 10,000: use search_after to go on");
        }
    }

    static List<Bucket> of(Schema schema, List<Stored> records, Aggregation aggregation) {
        List<Bucket> buckets = switch (aggregation) {
            case Aggregation.TopValues(String field, int size) -> top(records, field, type(schema, field), size);
            case Aggregation.DateHistogram(String field, Aggregation.Interval interval) ->
                histogram(records, field, type(schema, field), interval);
        };
        if (buckets.size() > MOST) {
            throw new LakeException("more than 10,000 buckets: ask for fewer");
        }
        return buckets;
    }

    private static FieldType type(Schema schema, String field) {
        return schema.type(field)
                .orElseThrow(() -> new LakeException("cannot count by " + field + ": it is not a listed field"));
    }

    private static List<Bucket> top(List<Stored> records, String field, FieldType type, int size) {
        Comparator<SortValue> order = (one, other) -> Comparing.values(type, one, other);
        return counted(order, records.stream().flatMap(record -> record.values(Schema.plain(field), type).stream()))
                .entrySet()
                .stream()
                .map(entry -> new Bucket(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Bucket::count).reversed())
                .limit(size)
                .toList();
    }

    private static List<Bucket> histogram(
            List<Stored> records, String field, FieldType type, Aggregation.Interval interval) {
        if (type != FieldType.DATE && type != FieldType.LONG) {
            throw new LakeException("a histogram needs a field of times or whole numbers, not " + field);
        }
        Stream<Long> starts = records.stream()
                .flatMap(record -> record.values(Schema.plain(field), type).stream()
                        .map(value -> interval.start(((SortValue.Whole) value).value()))
                        .distinct());
        return counted(Comparator.naturalOrder(), starts).entrySet().stream()
                .map(entry -> new Bucket(new SortValue.Whole(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static <T> Map<T, Long> counted(Comparator<T> order, Stream<T> values) {
        Map<T, Long> counts = new TreeMap<>(order);
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }
}
