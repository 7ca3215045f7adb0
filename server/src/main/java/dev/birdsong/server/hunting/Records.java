// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static java.util.Objects.requireNonNull;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.data.Searches;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Asks the lake what the pages of hunting are made of, within the tenants of who asks.
@Component
public final class Records {

    private static final Set<Index> EVERYWHERE = Set.of(Index.values());

    private final Searches searches;
    private final JsonMapper json;

    public Records(Searches searches, JsonMapper json) {
        this.searches = searches;
        this.json = json;
    }

    /// Records that were found, and how many there are.
    public record Found(long total, List<ReadRecord> records) {

        public Found {
            records = List.copyOf(records);
        }
    }

    /// The newest that fit.
    public Found newest(Caller caller, Query query, int most) {
        return page(caller, Index.SYSLOG, query, Paging.newest(most));
    }

    /// Some of those that fit.
    public Found page(Caller caller, Index index, Query query, Paging paging) {
        SearchResult result = searches.run(caller, new Selection(Set.of(index), query), paging);
        return new Found(
                result.total(),
                result.hits().stream().map(hit -> ReadRecord.of(hit, json)).toList());
    }

    /// One, by its id.
    public Optional<ReadRecord> one(Caller caller, String id) {
        var selection = new Selection(EVERYWHERE, new Query.Text("_id", id));
        return searches.run(caller, selection, Paging.newest(1)).hits().stream()
                .map(hit -> ReadRecord.of(hit, json))
                .findFirst();
    }

    /// What is counted over those that fit, by name.
    public SearchResult count(Caller caller, Index index, Query query, Map<String, Aggregation> counted) {
        return searches.count(caller, new Selection(Set.of(index), query), counted);
    }

    /// All of these.
    public static Query all(Query... queries) {
        return new Query.And(Arrays.asList(queries));
    }

    /// Records of this type.
    public static Query type(String recordType) {
        return exactly("record_type", recordType);
    }

    /// Those whose field is this and nothing more, capital letters or not. Of a long text its beginning counts.
    public static Query exactly(String path, String value) {
        boolean cut = value.length() >= SortValue.LONGEST - 1;
        return new Query.Range(
                path,
                new Bound.At(value, true),
                new Bound.At(cut ? value + Character.toString(0x10ffff) : value, true));
    }

    /// Those whose field is one of these.
    public static Query oneOf(String path, Collection<String> values) {
        return new Query.Or(values.stream().map(value -> exactly(path, value)).toList());
    }

    /// From then on, in epoch milliseconds.
    public static Query since(long time) {
        return new Query.Range("timestamp", new Bound.At(Long.toString(time), true), new Bound.Open());
    }

    /// The buckets that were counted under a name.
    public static List<Bucket> buckets(Map<String, AggregationResult> counted, String name) {
        return counted.get(name) instanceof AggregationResult.Buckets(List<Bucket> buckets, long _)
                ? buckets
                : List.of();
    }

    /// A number that was measured under a name; 0 where there was none.
    public static long measured(Map<String, AggregationResult> counted, String name) {
        return switch (requireNonNull(counted.get(name))) {
            case AggregationResult.Measured(SortValue.Whole(long whole)) -> whole;
            case AggregationResult.Measured(SortValue.Decimal(double decimal)) -> (long) decimal;
            case AggregationResult.Measured _, AggregationResult.Buckets _ -> 0;
        };
    }

    /// A key as text.
    public static String text(SortValue key) {
        return switch (key) {
            case SortValue.Text(String text) -> text;
            case SortValue.Whole(long whole) -> Long.toString(whole);
            case SortValue.Decimal(double decimal) -> Double.toString(decimal);
            case SortValue.Missing() -> "";
        };
    }
}
