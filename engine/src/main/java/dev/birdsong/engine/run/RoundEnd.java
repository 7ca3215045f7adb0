// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.lake.LakeException;
import java.time.Instant;

/// How a round ended, whoever's fault it was.
sealed interface RoundEnd {

    /// The engine came to an end of it.
    record Regular(RoundOutcome outcome) implements RoundEnd {}

    /// The lake or the state did not take what it should.
    record Ours(String kind, String message) implements RoundEnd {}

    /// A round, run.
    interface Running {

        RoundOutcome run() throws InterruptedException;
    }

    static RoundEnd of(Running round) throws InterruptedException {
        try {
            return new Regular(round.run());
        } catch (LakeException failure) {
            return new Ours("lake", String.valueOf(failure.getMessage()));
        } catch (PositionException failure) {
            return new Ours("state", String.valueOf(failure.getMessage()));
        }
    }

    default RoundCounts counts() {
        return switch (this) {
            case Regular(RoundOutcome outcome) -> outcome.counts();
            case Ours _ -> RoundCounts.ZERO;
        };
    }

    default boolean isComplete() {
        return this instanceof Regular(RoundOutcome.Complete _);
    }

    default Condition condition(Instant now) {
        return switch (this) {
            case Ours(String kind, String message) -> new Condition.Failing(kind, 0, message);
            case Regular(RoundOutcome outcome) -> condition(outcome, now);
        };
    }

    private static Condition condition(RoundOutcome outcome, Instant now) {
        return switch (outcome) {
            case RoundOutcome.Complete _, RoundOutcome.Stopped _ -> new Condition.Healthy();
            case RoundOutcome.Failed(RoundCounts _, CollectException failure) -> Failures.condition(failure, now);
        };
    }
}
