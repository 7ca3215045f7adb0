// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Health;
import dev.birdsong.engine.connector.Lag;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.engine.run.RoundOutbound;
import dev.birdsong.lakes.lucene.store.CommitListener;
import dev.birdsong.server.parts.Instruments;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.state.State;
import dev.birdsong.state.connector.ConnectorQuery;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.schedule.StreamRunner;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What this node counts, and how all connectors stand, as Prometheus reads it.
public final class Metrics implements Instruments {

    /// The form.
    public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    static final String CONNECTOR = "connector";
    private static final int PAGE = 200;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge lag = gauge("birdsong.lag.seconds", "how long it is behind; 0 when idle");
    private final MultiGauge stuck = gauge("birdsong.stuck", "1 where no round gets on with what may be waiting");
    private final MultiGauge success =
            gauge("birdsong.last.success.timestamp.seconds", "end of the last complete round");
    private final MultiGauge healthy =
            gauge("birdsong.connector.healthy", "1 where there is nothing to do for anybody");

    private final LedgerMetrics ledger = new LedgerMetrics(registry);

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Override
    public RoundLog over(RoundLog log) {
        return new RoundMetrics(log, registry);
    }

    @Override
    public DataLake over(DataLake lake) {
        return new MeasuredLake(lake, registry);
    }

    @Override
    public Outbound over(Outbound outbound) {
        return MeasuredOutbound.forChecks(outbound, registry);
    }

    @Override
    public RoundOutbound forRounds(Outbound outbound) {
        return (connectorType, contentType) ->
                MeasuredOutbound.forRounds(outbound, connectorType, contentType, registry);
    }

    @Override
    public StreamRunner over(StreamRunner runner, InstantSource clock) {
        return new MeasuredRunner(runner, registry.timer("birdsong.schedule.delay"), clock);
    }

    @Override
    public CommitListener commits() {
        return new CommitMetrics(registry);
    }

    /// All of it.
    public String text() {
        return registry.scrape();
    }

    /// Looks how all active connectors stand now, and forgets what was counted of others.
    public void look(Parts parts) {
        State state = parts.state();
        Instant now = parts.time().wall().instant();
        var rows = new Rows(parts.types());
        LedgerMetrics.Rows checks = ledger.rows();
        int page = 0;
        List<KeptConnector> connectors;
        do {
            connectors = page(state, page++);
            Map<String, List<StreamStatus>> known = state.statuses()
                    .of(connectors.stream().map(kept -> kept.connector().id()).toList());
            checks.add(connectors, state.reconciles());
            for (KeptConnector kept : connectors) {
                rows.add(kept, known.getOrDefault(kept.connector().id(), List.of()), now);
            }
        } while (connectors.size() == PAGE);
        lag.register(rows.lags, true);
        stuck.register(rows.stucks, true);
        success.register(rows.successes, true);
        healthy.register(rows.healths, true);
        checks.register();
        forgetAllBut(rows.connectors);
    }

    private void forgetAllBut(Set<String> connectors) {
        registry.getMeters().stream()
                .filter(meter -> Optional.ofNullable(meter.getId().getTag(CONNECTOR))
                        .filter(id -> !connectors.contains(id))
                        .isPresent())
                .forEach(registry::remove);
    }

    private static final class Rows {

        private final ConnectorTypes types;
        private final Set<String> connectors = new HashSet<>();
        private final List<MultiGauge.Row<?>> lags = new ArrayList<>();
        private final List<MultiGauge.Row<?>> stucks = new ArrayList<>();
        private final List<MultiGauge.Row<?>> successes = new ArrayList<>();
        private final List<MultiGauge.Row<?>> healths = new ArrayList<>();

        private Rows(ConnectorTypes types) {
            this.types = types;
        }

        private void add(KeptConnector kept, List<StreamStatus> streams, Instant now) {
            connectors.add(kept.connector().id());
            boolean well = Health.of(kept.connector(), !kept.profiles().isEmpty(), streams)
                            .code()
                    == 0;
            healths.add(MultiGauge.Row.of(tags(kept), well ? 1 : 0));
            streams.stream().filter(StreamStatus::isOfRounds).forEach(stream -> add(kept, stream, now));
        }

        private void add(KeptConnector kept, StreamStatus stream, Instant now) {
            Tags tags = tags(kept).and("content_type", stream.contentType());
            Connector connector = kept.connector();
            Lag behind = Lag.of(
                    stream,
                    types.period(connector, stream.contentType()),
                    connector.revision().createdAt(),
                    now);
            lags.add(MultiGauge.Row.of(tags, behind.behind().toSeconds()));
            stucks.add(MultiGauge.Row.of(tags, behind.state() == Lag.State.STUCK ? 1 : 0));
            stream.times().activity().ifPresent(at -> successes.add(MultiGauge.Row.of(tags, at.getEpochSecond())));
        }
    }

    static Tags tags(KeptConnector kept) {
        return Tags.of(
                "tenant",
                kept.connector().general().tenantId(),
                CONNECTOR,
                kept.connector().id());
    }

    private static List<KeptConnector> page(State state, int page) {
        return state.connectors()
                .list(new ConnectorQuery(
                        new TenantScope.All(),
                        Optional.of(true),
                        "",
                        ConnectorQuery.Order.BY_NAME,
                        new ConnectorQuery.Slice(page, PAGE)))
                .connectors();
    }
}
