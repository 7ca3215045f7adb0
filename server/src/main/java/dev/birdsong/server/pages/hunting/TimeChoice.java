// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.FieldValues;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// From when to when records are looked for.
///
/// @param range a key of [#RANGES], or `custom`
/// @param from where the range is custom: a time as it is typed in a query, such as `now-5h`; empty: from the first
/// @param to where the range is custom; empty: up to the last
public record TimeChoice(String range, String from, String to) {

    static final String CUSTOM = "custom";
    private static final String FIELD = "timestamp";

    /// A range of time that ends now.
    public record Range(String key, String label, Duration length) {}

    /// The ends, where there are any, in epoch milliseconds; the last is not part of it.
    public record Ends(Optional<Long> from, Optional<Long> to) {

        /// What lies between them.
        Query query() {
            return new Query.Range(FIELD, bound(from, true), bound(to, false));
        }

        boolean isOpen() {
            return from.isEmpty() && to.isEmpty();
        }

        private static Bound bound(Optional<Long> end, boolean inclusive) {
            return end.<Bound>map(time -> new Bound.At(Long.toString(time), inclusive))
                    .orElseGet(Bound.Open::new);
        }
    }

    /// Those that can be picked.
    public static final List<Range> RANGES = List.of(
            new Range("15m", "Last 15 minutes", Duration.ofMinutes(15)),
            new Range("1h", "Last hour", Duration.ofHours(1)),
            new Range("4h", "Last 4 hours", Duration.ofHours(4)),
            new Range("24h", "Last 24 hours", Duration.ofHours(24)),
            new Range("7d", "Last 7 days", Duration.ofDays(7)),
            new Range("30d", "Last 30 days", Duration.ofDays(30)),
            new Range("90d", "Last 90 days", Duration.ofDays(90)),
            new Range("365d", "Last year", Duration.ofDays(365)),
            new Range("all", "All time", Duration.ZERO));

    /// The usual.
    public static final TimeChoice USUAL = new TimeChoice("24h", "", "");

    /// All there is.
    public static final TimeChoice ALL = new TimeChoice("all", "", "");

    /// What it means now.
    ///
    /// @throws dev.birdsong.query.QueryException if what was typed is no time
    Ends ends(Schema schema, Instant now) {
        if (range.equals(CUSTOM)) {
            var values = new FieldValues(schema, () -> now);
            return new Ends(
                    from.isBlank() ? Optional.empty() : millis(values.lower(FIELD, from, false, true)),
                    to.isBlank() ? Optional.empty() : millis(values.upper(FIELD, to, false, false)));
        }
        return RANGES.stream()
                .filter(known -> known.key().equals(range) && known.length().isPositive())
                .findFirst()
                .map(known -> new Ends(Optional.of(now.minus(known.length()).toEpochMilli()), Optional.empty()))
                .orElseGet(() -> new Ends(Optional.empty(), Optional.empty()));
    }

    private static Optional<Long> millis(Bound bound) {
        return bound instanceof Bound.At(String value, boolean _)
                ? Optional.of(Long.parseLong(value))
                : Optional.empty();
    }
}
