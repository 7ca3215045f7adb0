// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryParser;
import dev.birdsong.query.body.IndexNames;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is looked for, as the address says.
///
/// @param index as the API names it
/// @param range a key of [#RANGES], or `custom`
/// @param from epoch milliseconds, where the range is custom
/// @param to epoch milliseconds, where the range is custom
public record HuntState(String q, String index, String range, Optional<Long> from, Optional<Long> to) {

    /// A range of time that ends now.
    public record Range(String key, String label, Duration length) {}

    /// Those that can be picked.
    public static final List<Range> RANGES = List.of(
            new Range("1h", "Last hour", Duration.ofHours(1)),
            new Range("24h", "Last 24 hours", Duration.ofHours(24)),
            new Range("7d", "Last 7 days", Duration.ofDays(7)),
            new Range("30d", "Last 30 days", Duration.ofDays(30)),
            new Range("365d", "Last year", Duration.ofDays(365)),
            new Range("all", "All time", Duration.ZERO));

    /// The usual.
    public static final String USUAL_RANGE = "24h";

    /// The records that this names.
    ///
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    Selection selection(QueryParser parser, Instant now) {
        return new Selection(IndexNames.parse(index), new Query.And(List.of(parser.parse(q), within(now))));
    }

    private Query within(Instant now) {
        if (range.equals("custom")) {
            return new Query.Range("timestamp", bound(from), bound(to));
        }
        return RANGES.stream()
                .filter(known -> known.key().equals(range) && known.length().isPositive())
                .<Query>map(known -> new Query.Range(
                        "timestamp", bound(Optional.of(now.minus(known.length()).toEpochMilli())), new Bound.Open()))
                .findFirst()
                .orElseGet(Query.Everything::new);
    }

    private static Bound bound(Optional<Long> millis) {
        return millis.<Bound>map(time -> new Bound.At(Long.toString(time), true))
                .orElseGet(Bound.Open::new);
    }
}
