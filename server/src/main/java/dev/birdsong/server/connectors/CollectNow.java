// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.Sleeper;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.ConnectorRounds;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.state.rounds.Statuses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects all content types of a connector now, whatever its schedule says; a round that runs already is waited for.
public final class CollectNow {

    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ConnectorRounds rounds;
    private final Statuses statuses;
    private final Clock clock;

    public CollectNow(Parts parts) {
        this.rounds = parts.rounds();
        this.statuses = parts.state().statuses();
        this.clock = parts.time().wall();
    }

    /// Runs a round of each content type, one after the other.
    Map<String, RoundReport> run(Connector connector) throws InterruptedException {
        Map<String, RoundReport> reports = new LinkedHashMap<>();
        waitOutThrottling(connector);
        for (String contentType : connector.configuration().contentTypes()) {
            reports.put(contentType, run(connector, contentType));
        }
        return reports;
    }

    private void waitOutThrottling(Connector connector) throws InterruptedException {
        Optional<Instant> until = statuses.of(List.of(connector.id())).getOrDefault(connector.id(), List.of()).stream()
                .map(StreamStatus::condition)
                .filter(Condition.Throttled.class::isInstance)
                .map(Condition.Throttled.class::cast)
                .map(Condition.Throttled::until)
                .max(Instant::compareTo);
        if (until.isPresent()) {
            Duration wait = Duration.between(clock.instant(), until.get());
            if (wait.isPositive()) {
                Sleeper.REAL.sleep(wait.compareTo(LONGEST_PATIENCE) < 0 ? wait : LONGEST_PATIENCE);
            }
        }
    }

    private RoundReport run(Connector connector, String contentType) throws InterruptedException {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        while (clock.instant().isBefore(end)) {
            Optional<RoundReport> report = rounds.run(connector.id(), contentType, () -> true);
            if (report.isPresent()) {
                return report.get();
            }
            Sleeper.REAL.sleep(BETWEEN);
        }
        throw ApiException.conflict(
                "round-running",
                "a round of " + contentType + " has been running for ten minutes: try again later",
                "");
    }
}
