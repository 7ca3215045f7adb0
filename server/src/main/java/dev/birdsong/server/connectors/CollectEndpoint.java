// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.server.access.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /connectors/{id}/collect`: collects now.
@RestController
public final class CollectEndpoint {

    private final CollectNow collect;
    private final OnDemand onDemand;

    /// What came of it, by content type.
    public record Answer(Map<String, Round> contentTypes) {

        public Answer {
            contentTypes = new LinkedHashMap<>(contentTypes);
        }
    }

    /// What came of one content type.
    public record Round(
            long pages,
            long read,
            long created,
            long updated,
            long unchanged,
            long filtered,
            long quarantined,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Failure> failure) {

        static Round of(RoundReport report) {
            RoundCounts counts = report.counts();
            return new Round(
                    counts.pages(),
                    counts.read(),
                    counts.put().created(),
                    counts.put().updated(),
                    counts.put().unchanged(),
                    counts.filtered(),
                    counts.quarantined(),
                    Failure.of(report.condition()));
        }
    }

    /// Why a round failed.
    public record Failure(String kind, int httpStatus, String message) {

        static Optional<Failure> of(Condition condition) {
            return switch (condition) {
                case Condition.Healthy _, Condition.NeverRan _ -> Optional.empty();
                case Condition.Failing(String kind, int status, String message) ->
                    Optional.of(new Failure(kind, status, message));
                case Condition.Throttled(var until) ->
                    Optional.of(new Failure("rate_limited", 429, "the console asks for patience until " + until));
            };
        }
    }

    public CollectEndpoint(CollectNow collect, OnDemand onDemand) {
        this.collect = collect;
        this.onDemand = onDemand;
    }

    /// Collects all content types of a connector, devices included; 202 at once, or 200 with what came of it.
    @PostMapping("/connect/api/v1/connectors/{id}/collect")
    public ResponseEntity<Answer> collect(
            Caller caller, @PathVariable String id, @RequestParam(defaultValue = "false") boolean wait)
            throws InterruptedException {
        Connector connector = onDemand.asked(caller, id, "collect");
        if (wait) {
            return ResponseEntity.ok(answer(collect.run(connector)));
        }
        onDemand.inBackground("collect-now", connector, () -> collect.run(connector));
        return ResponseEntity.accepted().body(new Answer(Map.of()));
    }

    private static Answer answer(Map<String, RoundReport> reports) {
        Map<String, Round> rounds = new LinkedHashMap<>();
        reports.forEach((contentType, report) -> rounds.put(contentType, Round.of(report)));
        return new Answer(rounds);
    }
}
