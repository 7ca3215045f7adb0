// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a connector stands as a whole: the worst of its content types, unless it does not run at all.
///
/// @param state the one word for it
/// @param code 0 where there is nothing to do for anybody; else the HTTP status, or below 100 where there is none
/// @param message what is the matter and what to do, one line
/// @param since when it began
public record Health(State state, int code, String message, Instant since) {

    private static final int NO_STATUS = 1;
    private static final int IN_NO_PROFILE = 2;

    /// The one word for how a connector stands.
    public enum State {
        /// The last rounds were complete.
        HEALTHY,
        /// The console asks for patience; it is asked again by itself.
        THROTTLED,
        /// The last round of a content type failed.
        FAILING,
        /// Somebody paused it.
        PAUSED,
        /// No node runs it.
        NOT_IN_A_PROFILE,
        /// It waits for its first round.
        NEVER_RAN;

        /// That of a content type whose last round ended so.
        public static State of(Condition condition) {
            return switch (condition) {
                case Condition.NeverRan _ -> NEVER_RAN;
                case Condition.Healthy _ -> HEALTHY;
                case Condition.Throttled _ -> THROTTLED;
                case Condition.Failing _ -> FAILING;
            };
        }

        /// The name that programs use, such as `never_ran`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How this connector stands.
    ///
    /// @param inProfile whether any data analyzer profile has it
    /// @param statuses of its content types and pings; those of content types that it no longer collects do not
    /// count
    public static Health of(Connector connector, boolean inProfile, List<StreamStatus> statuses) {
        Instant edited = connector.revision().modifiedAt();
        if (!connector.collecting().active()) {
            return new Health(State.PAUSED, 0, "paused; it goes on where it was when it is activated", edited);
        }
        if (!inProfile) {
            return new Health(
                    State.NOT_IN_A_PROFILE,
                    IN_NO_PROFILE,
                    "in no data analyzer profile, so no node runs it; add it to one, such as Default",
                    edited);
        }
        return worst(connector, statuses)
                .map(Health::of)
                .orElseGet(() -> new Health(State.NEVER_RAN, 0, "waits for its first round", edited));
    }

    private static Optional<StreamStatus> worst(Connector connector, List<StreamStatus> statuses) {
        return statuses.stream()
                .filter(status -> status.contentType().equals(StreamStatus.PING)
                        || connector.configuration().contentTypes().contains(status.about()))
                .filter(status -> !(status.condition() instanceof Condition.NeverRan))
                .max(Comparator.comparingInt(Health::weight));
    }

    private static int weight(StreamStatus status) {
        return switch (status.condition()) {
            case Condition.NeverRan _ -> 0;
            case Condition.Healthy _ -> status.isOfRounds() ? 2 : 1;
            case Condition.Throttled _ -> 3;
            case Condition.Failing _ -> 4;
        };
    }

    private static Health of(StreamStatus status) {
        return switch (status.condition()) {
            case Condition.NeverRan _ -> new Health(State.NEVER_RAN, 0, "waits for its first round", status.since());
            case Condition.Healthy _ -> new Health(State.HEALTHY, 0, "healthy", status.since());
            case Condition.Throttled(Instant until) ->
                new Health(
                        State.THROTTLED,
                        0,
                        "the console asks for patience (429); asked again by itself at " + until,
                        status.since());
            case Condition.Failing(String _, int httpStatus, String message) ->
                new Health(
                        State.FAILING,
                        httpStatus == 0 ? NO_STATUS : httpStatus,
                        status.about() + ": " + message,
                        status.since());
        };
    }
}
