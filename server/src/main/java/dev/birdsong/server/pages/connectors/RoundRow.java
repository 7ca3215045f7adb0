// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Health;
import dev.birdsong.state.rounds.RoundHistory;
import java.time.Duration;

/// A round as a table shows it.
///
/// @param began in epoch milliseconds
/// @param state how it ended, as the API names it
/// @param message what went wrong; empty where nothing did
public record RoundRow(String contentType, long began, String took, String state, String message, RoundCounts counts) {

    static RoundRow of(RoundHistory.Ended ended) {
        Duration took = Duration.between(ended.span().began(), ended.span().ended());
        return new RoundRow(
                ended.contentType(),
                ended.span().began().toEpochMilli(),
                took.toMillis() < 10_000 ? took.toMillis() + " ms" : took.toSeconds() + " s",
                Health.State.of(ended.condition()).label(),
                message(ended.condition()),
                ended.counts());
    }

    private static String message(Condition condition) {
        return switch (condition) {
            case Condition.NeverRan _, Condition.Healthy _ -> "";
            case Condition.Throttled(var until) -> "asked again at " + until;
            case Condition.Failing(String _, int _, String message) -> message;
        };
    }
}
