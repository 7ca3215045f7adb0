// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.Sleeper;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.Step;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.parts.CheckedRounds;
import dev.birdsong.server.parts.CheckedRounds.CheckedRound;
import dev.birdsong.server.parts.Parts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Compares all content types of a connector with all that its console holds now, whatever their schedule says. New
/// records are looked for between the steps.
public final class ReconcileNow {

    /// Nobody waits longer for an answer.
    static final Duration AN_ANSWER = Duration.ofMinutes(9);

    /// Long enough for the largest console.
    static final Duration ALL_OF_IT = Duration.ofHours(12);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final CheckedRounds rounds;
    private final Clock clock;

    public ReconcileNow(Parts parts) {
        this.rounds = parts.checkedRounds();
        this.clock = parts.time().wall();
    }

    /// Compares each content type, one after the other, each for so long at most.
    Map<String, Step> run(Connector connector, Duration longest) throws InterruptedException {
        Instant since = clock.instant();
        Map<String, Step> steps = new LinkedHashMap<>();
        for (String contentType : connector.configuration().contentTypes()) {
            steps.put(contentType, run(connector, contentType, since, longest));
        }
        return steps;
    }

    private Step run(Connector connector, String contentType, Instant since, Duration longest)
            throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        while (clock.instant().isBefore(end)) {
            Optional<CheckedRound> round = rounds.run(connector.id(), contentType, Optional.of(since), () -> true);
            Optional<Step> last = round.flatMap(ReconcileNow::last);
            if (last.isPresent()) {
                return last.get();
            }
            Sleeper.REAL.sleep(BETWEEN);
        }
        throw ApiException.conflict(
                "reconcile-running",
                "comparing " + contentType
                        + " takes long: an active connector goes on with it by itself, look at its ledger later",
                "");
    }

    /// How it ended, if it did.
    private static Optional<Step> last(CheckedRound round) {
        if (!round.report().complete()) {
            return Optional.of(
                    new Step.Failed(round.report().counts(), round.report().condition()));
        }
        return round.step().filter(step -> !(step instanceof Step.Going));
    }
}
