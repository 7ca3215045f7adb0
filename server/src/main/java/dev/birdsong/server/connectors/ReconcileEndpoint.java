// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.run.Step;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.connectors.CollectEndpoint.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Compares what a console holds with the lake, now.
@RestController
public final class ReconcileEndpoint {

    private final ReconcileNow reconcile;
    private final OnDemand onDemand;

    /// What came of it, by content type.
    public record Answer(Map<String, Compared> contentTypes) {

        public Answer {
            contentTypes = new LinkedHashMap<>(contentTypes);
        }
    }

    /// What came of one content type.
    ///
    /// @param created was missing in the lake, and is there now
    /// @param updated had changed without a new id
    /// @param missing could not be brought into the lake
    /// @param gone was not met for the first time; noted as deleted when a second comparison agrees
    /// @param deletedAtSource was noted as deleted now
    /// @param returnedAtSource was noted as back now
    public record Compared(
            boolean complete,
            long pages,
            long read,
            long created,
            long updated,
            long unchanged,
            long filtered,
            long quarantined,
            long missing,
            long gone,
            long deletedAtSource,
            long returnedAtSource,
            List<String> notes,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Failure> failure) {

        public Compared {
            notes = List.copyOf(notes);
        }

        static Compared of(Step step) {
            return switch (step) {
                case Step.Done done -> of(done.counts(), Optional.of(done), Optional.empty());
                case Step.Failed(RoundCounts counts, var condition) ->
                    of(counts, Optional.empty(), Failure.of(condition));
                case Step.Going(RoundCounts counts) -> of(counts, Optional.empty(), Optional.empty());
            };
        }

        private static Compared of(RoundCounts counts, Optional<Step.Done> done, Optional<Failure> failure) {
            Changes changes = done.map(Step.Done::changes).orElse(Changes.NONE);
            return new Compared(
                    done.isPresent(),
                    counts.pages(),
                    counts.read(),
                    counts.put().created(),
                    counts.put().updated(),
                    counts.put().unchanged(),
                    counts.filtered(),
                    counts.quarantined(),
                    done.map(told -> told.verdict().found().missing()).orElse(0L),
                    changes.missed().size(),
                    changes.marked().size(),
                    changes.returned().size(),
                    done.map(told -> told.verdict().notes()).orElse(List.of()),
                    failure);
        }
    }

    public ReconcileEndpoint(ReconcileNow reconcile, OnDemand onDemand) {
        this.reconcile = reconcile;
        this.onDemand = onDemand;
    }

    /// Compares all content types of a connector; 202 at once, or 200 with what came of it.
    @PostMapping("/connect/api/v1/connectors/{id}/reconcile")
    public ResponseEntity<Answer> reconcile(
            Caller caller, @PathVariable String id, @RequestParam(defaultValue = "false") boolean wait)
            throws InterruptedException {
        Connector connector = onDemand.asked(caller, id, "reconcile");
        if (wait) {
            return ResponseEntity.ok(answer(reconcile.run(connector, ReconcileNow.AN_ANSWER)));
        }
        onDemand.inBackground("reconcile-now", connector, () -> reconcile.run(connector, ReconcileNow.ALL_OF_IT));
        return ResponseEntity.accepted().body(new Answer(Map.of()));
    }

    private static Answer answer(Map<String, Step> steps) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        steps.forEach((contentType, step) -> compared.put(contentType, Compared.of(step)));
        return new Answer(compared);
    }
}
