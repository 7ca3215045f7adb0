// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static dev.birdsong.query.Trees.OPEN;
import static dev.birdsong.query.Trees.PARSER;
import static dev.birdsong.query.Trees.at;
import static dev.birdsong.query.Trees.during;
import static dev.birdsong.query.Trees.excl;
import static dev.birdsong.query.Trees.exists;
import static dev.birdsong.query.Trees.incl;
import static dev.birdsong.query.Trees.millis;
import static dev.birdsong.query.Trees.or;
import static dev.birdsong.query.Trees.range;
import static dev.birdsong.query.Trees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.birdsong.spi.query.Query;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimesTest {

    @ParameterizedTest
    @MethodSource({"calendar", "relative", "bounds"})
    void readsTimes(String typed, Query tree) {
        assertThat(PARSER.parse(typed)).isEqualTo(tree);
    }

    static Stream<Arguments> calendar() {
        return Stream.of(
                arguments("timestamp:1762757102000", at("2025-11-10T06:45:02Z")),
                arguments("timestamp:0", at("1970-01-01T00:00:00Z")),
                arguments("timestamp:2026", during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
                arguments("timestamp:2026-02", during("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")),
                arguments("timestamp:2026-11-24", during("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")),
                arguments("timestamp:\"2026-11-24\"", during("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")),
                arguments("timestamp:2026-11-24T10", during("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z")),
                arguments("timestamp:2026-11-24T10:05", during("2026-11-24T10:05:00Z", "2026-11-24T10:06:00Z")),
                arguments("timestamp:2026-11-24T10:00:00Z", during("2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z")),
                arguments("timestamp:2026-11-24t10:00:00z", during("2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z")),
                arguments("timestamp:2026-11-24T10:00+02:00", during("2026-11-24T08:00:00Z", "2026-11-24T08:01:00Z")),
                arguments("timestamp:2026-11-24T10:00-0130", during("2026-11-24T11:30:00Z", "2026-11-24T11:31:00Z")),
                arguments("timestamp:2026-11-24T10:00:00.5Z", at("2026-11-24T10:00:00.500Z")),
                arguments("timestamp:2026-11-24T10:00:00.123456Z", at("2026-11-24T10:00:00.123Z")),
                arguments("timestamp:\"2026-11-24 10:05\"", during("2026-11-24T10:05:00Z", "2026-11-24T10:06:00Z")),
                arguments("timestamp:*", exists("timestamp")),
                arguments("first_seen:2026-11-24", text("first_seen", "2026-11-24")),
                arguments(
                        "timestamp:(2026-11-23 OR 2026-11-24T10)",
                        or(
                                during("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"),
                                during("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"))));
    }

    static Stream<Arguments> relative() {
        return Stream.of(
                arguments("timestamp:now", at("2026-11-24T10:30:15.250Z")),
                arguments("timestamp:now-5h", during("2026-11-24T05:30:15.250Z", "2026-11-24T10:30:15.251Z")),
                arguments("timestamp:now+1m", during("2026-11-24T10:30:15.250Z", "2026-11-24T10:31:15.251Z")),
                arguments("timestamp:now-1d/d", during("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")),
                arguments("timestamp:NOW/h", during("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z")),
                arguments("timestamp:now/H", during("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z")),
                arguments("timestamp:now/w", during("2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z")),
                arguments("timestamp:now/M", during("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")),
                arguments("timestamp:now/y", during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
                arguments("timestamp:now/m", during("2026-11-24T10:30:00Z", "2026-11-24T10:31:00Z")),
                arguments("timestamp:now/s", during("2026-11-24T10:30:15Z", "2026-11-24T10:30:16Z")),
                arguments("timestamp:now/M-1M/d", during("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z")));
    }

    static Stream<Arguments> bounds() {
        String midnight = millis("2026-11-24T00:00:00Z");
        String next = millis("2026-11-25T00:00:00Z");
        return Stream.of(
                arguments("timestamp:>=2026-11-24", range("timestamp", incl(midnight), OPEN)),
                arguments("timestamp:>2026-11-24", range("timestamp", incl(next), OPEN)),
                arguments("timestamp:<=2026-11-24", range("timestamp", OPEN, excl(next))),
                arguments("timestamp:<2026-11-24", range("timestamp", OPEN, excl(midnight))),
                arguments("timestamp:[2026-11-24 TO 2026-11-24]", range("timestamp", incl(midnight), excl(next))),
                arguments("timestamp:>now-5h", range("timestamp", excl(millis("2026-11-24T05:30:15.250Z")), OPEN)),
                arguments(
                        "timestamp:[2026-11-24T10:00:00Z TO now]",
                        range(
                                "timestamp",
                                incl(millis("2026-11-24T10:00:00Z")),
                                incl(millis("2026-11-24T10:30:15.250Z")))),
                arguments("timestamp:{5000000 TO 6000000}", range("timestamp", excl("5000000"), excl("6000000"))),
                arguments("write_time:>0", range("write_time", excl("0"), OPEN)));
    }
}
