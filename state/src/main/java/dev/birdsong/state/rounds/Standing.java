// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.RoundReport;
import java.time.Instant;
import java.util.Optional;

/// How a stream stands after what happens to it.
record Standing(StreamStatus before) {

    StreamStatus began(Instant at) {
        StreamStatus.Times times = before.times();
        return new StreamStatus(
                before.contentType(),
                before.condition(),
                before.since(),
                new StreamStatus.Times(
                        Optional.of(at), times.ended(), times.complete(), times.activity(), times.data()),
                before.failures());
    }

    StreamStatus ended(RoundReport report) {
        Instant end = report.span().ended();
        boolean complete = report.complete();
        boolean data = report.counts().put().created() + report.counts().put().updated() > 0;
        StreamStatus.Times times = before.times();
        return found(
                report.condition(),
                end,
                new StreamStatus.Times(
                        Optional.empty(),
                        Optional.of(end),
                        complete ? Optional.of(report.span().began()) : times.complete(),
                        complete ? Optional.of(end) : times.activity(),
                        data ? Optional.of(end) : times.data()));
    }

    StreamStatus pinged(Condition condition, Instant at) {
        StreamStatus.Times times = before.times();
        return found(
                condition,
                at,
                new StreamStatus.Times(
                        Optional.empty(), Optional.of(at), times.complete(), times.activity(), times.data()));
    }

    private StreamStatus found(Condition condition, Instant at, StreamStatus.Times times) {
        return new StreamStatus(
                before.contentType(),
                condition,
                Conditions.same(before.condition(), condition) ? before.since() : at,
                times,
                failures(condition));
    }

    private int failures(Condition condition) {
        return switch (condition) {
            case Condition.Failing _ -> before.failures() + 1;
            case Condition.Throttled _ -> before.failures();
            case Condition.Healthy _, Condition.NeverRan _ -> 0;
        };
    }
}
