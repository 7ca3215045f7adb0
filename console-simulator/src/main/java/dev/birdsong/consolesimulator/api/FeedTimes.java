// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Times;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// When what a feed shows last changed. An empty feed says a day in the year 2000, and not the same one everywhere.
final class FeedTimes {

    private static final long EMPTY = 946_684_800;
    private static final long EMPTY_STD = EMPTY - 7_200;

    private FeedTimes() {}

    static <C> List<Field<C>> of(Function<C, OptionalLong> newest) {
        return List.of(
                Field.of(
                        "updated",
                        (out, feed) -> Times.http(out, newest.apply(feed).orElse(EMPTY))),
                Field.of(
                        "updated_std",
                        (out, feed) -> Times.std(out, newest.apply(feed).orElse(EMPTY_STD))),
                Field.of(
                        "updated_timestamp",
                        (out, feed) -> out.number(newest.apply(feed).orElse(EMPTY_STD))));
    }
}
