// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How much one search may ask for, the same in every lake.
public final class SearchLimits {

    /// A page ends at this hit at the latest.
    public static final int HITS = 10_000;

    /// So many buckets may all aggregations of a search have together.
    public static final int BUCKETS = 10_000;

    /// So many paths are named as seen.
    public static final int PATHS = 10_000;

    /// So many different values can be told apart in all, before the search has to be narrowed.
    public static final int VALUES = 1_000_000;

    /// So many groups can be told apart when the latest of each is asked for; a lake that keeps records in several
    /// places counts a group once in each.
    public static final int GROUPS = 4_000_000;

    private static final int KEYS = 5;
    private static final Set<FieldType> POINTS = EnumSet.of(FieldType.LONG, FieldType.DATE);
    private static final Set<FieldType> NUMBERS =
            EnumSet.of(FieldType.LONG, FieldType.DATE, FieldType.DOUBLE, FieldType.BOOLEAN);

    private SearchLimits() {}

    /// Looks at what is asked for, before it is looked for.
    ///
    /// @throws SearchRefusedException if it is more than a lake answers, or by a field that does not allow it
    public static void check(SearchRequest request, Schema schema) {
        check(request.selection().query(), schema);
        check(request.paging());
        request.aggregations().values().forEach(aggregation -> check(aggregation, schema));
    }

    /// Whether a query can be answered; only one that asks for the latest of groups may not be.
    ///
    /// @throws SearchRefusedException if it cannot
    public static void check(Query query, Schema schema) {
        if (latest(query, schema) > 1) {
            throw new SearchRefusedException("a search can ask for the latest of groups once");
        }
    }

    private static long latest(Query query, Schema schema) {
        return switch (query) {
            case Query.And(List<Query> all) -> latest(all, schema);
            case Query.Or(List<Query> any) -> latest(any, schema);
            case Query.Not(Query excluded) -> latest(excluded, schema);
            case Query.Latest latest -> {
                check(latest, schema);
                yield 1 + latest(latest.among(), schema);
            }
            case Query.Everything _, Query.Text _, Query.Wildcard _, Query.Range _, Query.InNetwork _, Query.Exists _ ->
                0;
        };
    }

    private static long latest(List<Query> queries, Schema schema) {
        return queries.stream().mapToLong(query -> latest(query, schema)).sum();
    }

    private static void check(Query.Latest latest, Schema schema) {
        if (latest.by().isEmpty()
                || latest.by().size() > KEYS
                || latest.newest().size() > KEYS) {
            throw new SearchRefusedException(
                    "the latest of groups goes by 1 to 5 fields, and by up to 5 for the newest");
        }
        latest.by().forEach(field -> type(field, "group", schema));
        latest.newest()
                .forEach(field -> need(POINTS, type(field, "order", schema), "the newest", "whole numbers", field));
    }

    private static FieldType type(String field, String what, Schema schema) {
        return schema.type(field)
                .orElseThrow(() ->
                        new SearchRefusedException("cannot " + what + " by " + field + ": it is not a listed field"));
    }

    private static void check(Paging paging) {
        if (paging.from() < 0 || paging.size() < 0 || (long) paging.from() + paging.size() > HITS) {
            throw new SearchRefusedException("from + size may be up to 10,000: use search_after to go on");
        }
    }

    /// Whether a field can be counted by in this way.
    ///
    /// @throws SearchRefusedException if it cannot
    public static void check(Aggregation aggregation, Schema schema) {
        FieldType type = type(aggregation.field(), "count", schema);
        switch (aggregation) {
            case Aggregation.TopValues(String _, int size, var _) -> {
                if (size < 1 || size > BUCKETS) {
                    throw new SearchRefusedException("the size of terms is 1 to 10,000, not " + size);
                }
            }
            case Aggregation.DateHistogram histogram ->
                need(POINTS, type, "a histogram", "whole numbers", histogram.field());
            case Aggregation.Cardinality _ -> {}
            case Aggregation.Statistic statistic ->
                need(NUMBERS, type, statistic.kind().label(), "numbers", statistic.field());
        }
        aggregation.within().values().forEach(inner -> check(inner, schema));
    }

    private static void need(Set<FieldType> fit, FieldType type, String who, String what, String field) {
        if (!fit.contains(type)) {
            throw new SearchRefusedException(
                    who + " needs a field of times or " + what + ", and " + field + " is none");
        }
    }

    /// Looks at what was counted.
    ///
    /// @throws SearchRefusedException if it is more than may be
    public static void check(Collection<AggregationResult> results) {
        if (buckets(results) > BUCKETS) {
            throw tooManyBuckets();
        }
    }

    private static long buckets(Collection<AggregationResult> results) {
        return results.stream().mapToLong(SearchLimits::buckets).sum();
    }

    private static long buckets(AggregationResult result) {
        return switch (result) {
            case AggregationResult.Buckets(var buckets, long _) ->
                buckets.stream()
                        .mapToLong(bucket -> 1 + buckets(bucket.within().values()))
                        .sum();
            case AggregationResult.Measured _ -> 0;
        };
    }

    /// The error of a search that has too many different values to count.
    public static SearchRefusedException tooManyValues() {
        return new SearchRefusedException(
                "more than 1,000,000 different values to count: narrow the query, or count by another field");
    }

    /// The error of a search that asks for the latest of too many groups.
    public static SearchRefusedException tooManyGroups() {
        return new SearchRefusedException("more than 4,000,000 groups: ask for the latest among fewer records");
    }

    /// The error of a search that counts into too many buckets.
    public static SearchRefusedException tooManyBuckets() {
        return new SearchRefusedException(
                "more than 10,000 buckets: ask for a smaller size, for longer intervals, or for less time");
    }
}
