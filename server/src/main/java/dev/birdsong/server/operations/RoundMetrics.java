// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.engine.run.RoundReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Counts what rounds of this node bring, for each connector and content type.
public final class RoundMetrics implements RoundLog {

    private final RoundLog log;
    private final MeterRegistry registry;

    RoundMetrics(RoundLog log, MeterRegistry registry) {
        this.log = log;
        this.registry = registry;
    }

    @Override
    public void began(String connectorId, String contentType, Instant at) {
        log.began(connectorId, contentType, at);
    }

    @Override
    public void ended(RoundReport report) {
        log.ended(report);
        Tags stream = Tags.of(Metrics.CONNECTOR, report.connectorId(), "content_type", report.contentType());
        RoundCounts counts = report.counts();
        registry.counter("birdsong.pages", stream).increment((double) counts.pages());
        registry.counter("birdsong.bytes", stream).increment((double) counts.bytes());
        Map.of(
                        "created", counts.put().created(),
                        "updated", counts.put().updated(),
                        "unchanged", counts.put().unchanged(),
                        "filtered", counts.filtered(),
                        "quarantined", counts.quarantined())
                .forEach((outcome, count) -> registry.counter("birdsong.records", stream.and("outcome", outcome))
                        .increment((double) count));
        registry.timer("birdsong.rounds", stream)
                .record(Duration.between(report.span().began(), report.span().ended()));
        failed(report.condition(), stream);
    }

    private void failed(Condition condition, Tags stream) {
        switch (condition) {
            case Condition.Failing(String kind, int _, String _) -> count(kind, stream);
            case Condition.Throttled _ -> count("rate_limited", stream);
            case Condition.Healthy _, Condition.NeverRan _ -> {}
        }
    }

    private void count(String kind, Tags stream) {
        registry.counter("birdsong.failures", stream.and("kind", kind)).increment();
    }
}
