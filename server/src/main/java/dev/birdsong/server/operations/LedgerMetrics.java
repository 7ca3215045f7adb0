// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.ledger.SqlReconciles;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the last comparison of each content type with its source found, so that it costs little to tell.
final class LedgerMetrics {

    private final MultiGauge records;
    private final MultiGauge missing;
    private final MultiGauge gaps;
    private final MultiGauge seesLess;
    private final MultiGauge checked;

    LedgerMetrics(PrometheusMeterRegistry registry) {
        this.records = gauge(registry, "records", "records seen, each once, by what became of them");
        this.missing = gauge(registry, "missing", "things that could not be brought in");
        this.gaps = gauge(registry, "gaps", "what must have been there and was never seen");
        this.seesLess = gauge(registry, "sees.less", "1 where the key may see less than before");
        this.checked = gauge(registry, "checked.timestamp.seconds", "when all was last compared with the source");
    }

    private static MultiGauge gauge(PrometheusMeterRegistry registry, String name, String description) {
        return MultiGauge.builder("birdsong.ledger." + name)
                .description(description + ", as of the last comparison")
                .register(registry);
    }

    Rows rows() {
        return new Rows();
    }

    /// Those of all connectors, collected page by page.
    final class Rows {

        private final List<MultiGauge.Row<?>> records = new ArrayList<>();
        private final List<MultiGauge.Row<?>> missing = new ArrayList<>();
        private final List<MultiGauge.Row<?>> gaps = new ArrayList<>();
        private final List<MultiGauge.Row<?>> seesLess = new ArrayList<>();
        private final List<MultiGauge.Row<?>> checked = new ArrayList<>();

        void add(List<KeptConnector> connectors, SqlReconciles reconciles) {
            Map<StreamKey, StreamCheck> checks = reconciles.of(connectors.stream()
                    .map(kept -> kept.connector().sourceKey())
                    .toList());
            for (KeptConnector kept : connectors) {
                for (String contentType : kept.connector().configuration().contentTypes()) {
                    StreamKey stream = new StreamKey(kept.connector().sourceKey(), contentType);
                    checks.getOrDefault(stream, StreamCheck.NEVER)
                            .last()
                            .ifPresent(verdict -> add(Metrics.tags(kept).and("content_type", contentType), verdict));
                }
            }
        }

        private void add(Tags tags, Verdict verdict) {
            Verdict.Counts counts = verdict.counts();
            Map.of(
                            "stored", counts.stored(),
                            "filtered", counts.filtered(),
                            "quarantined", counts.quarantined(),
                            "expired", counts.expired())
                    .forEach((outcome, count) -> records.add(MultiGauge.Row.of(tags.and("outcome", outcome), count)));
            missing.add(MultiGauge.Row.of(tags, verdict.found().missing()));
            gaps.add(MultiGauge.Row.of(tags, verdict.found().gapsTotal()));
            seesLess.add(MultiGauge.Row.of(tags, verdict.found().seesLess() ? 1 : 0));
            checked.add(MultiGauge.Row.of(tags, verdict.at().getEpochSecond()));
        }

        void register() {
            LedgerMetrics.this.records.register(records, true);
            LedgerMetrics.this.missing.register(missing, true);
            LedgerMetrics.this.gaps.register(gaps, true);
            LedgerMetrics.this.seesLess.register(seesLess, true);
            LedgerMetrics.this.checked.register(checked, true);
        }
    }
}
