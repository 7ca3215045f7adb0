// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.server.http.Body;
import java.time.Instant;
import java.util.function.ToLongFunction;

/// How far back to go.
sealed interface RewindTarget {

    /// Ids are smaller than any time in epoch milliseconds that one would go back to: 2001-09-09.
    long EARLIEST_TIME = 1_000_000_000_000L;

    /// To the beginning.
    record Start() implements RewindTarget {}

    /// To an id of the source.
    record Id(long id) implements RewindTarget {}

    /// To a time.
    record Time(Instant time) implements RewindTarget {}

    static RewindTarget read(Body body, String key) {
        String text = body.scalar(key).orElseThrow(() -> body.bad(key, "is required"));
        if (text.equals("start")) {
            return new Start();
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw body.bad(key, "is \"start\", a time in epoch milliseconds, or an id of the source");
        }
        long number = Long.parseLong(text);
        return number >= EARLIEST_TIME ? new Time(Instant.ofEpochMilli(number)) : new Id(number);
    }

    /// The id behind which to go on.
    ///
    /// @param before the largest id that is stored from before a time
    default long id(ToLongFunction<Instant> before) {
        return switch (this) {
            case Start() -> 0;
            case Id(long id) -> id;
            case Time(Instant time) -> before.applyAsLong(time);
        };
    }
}
