// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Health;
import dev.birdsong.engine.connector.Lag;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.connector.ConnectorQuery;
import dev.birdsong.state.connector.KeptConnector;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this node counts, and how all connectors stand, as Prometheus reads it.
public final class Metrics {

    /// The form.
    public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final int PAGE = 1_000;
    private static final Duration DAY = Duration.ofHours(24);
    private static final String DEVICES = "devices";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge lag = gauge("birdsong.lag.seconds", "how long it is behind; 0 when idle");
    private final MultiGauge stuck = gauge("birdsong.stuck", "1 where no round gets on with what may be waiting");
    private final MultiGauge success =
            gauge("birdsong.last.success.timestamp.seconds", "end of the last complete round");
    private final MultiGauge healthy =
            gauge("birdsong.connector.healthy", "1 where there is nothing to do for anybody");

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /// A log that counts what it hears.
    public RoundLog over(RoundLog log) {
        return new RoundMetrics(log, registry);
    }

    /// Where others count too.
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /// All of it.
    public String text() {
        return registry.scrape();
    }

    /// Looks how all connectors stand now.
    public void look(State state, InstantSource clock) {
        List<MultiGauge.Row<?>> lags = new ArrayList<>();
        List<MultiGauge.Row<?>> stucks = new ArrayList<>();
        List<MultiGauge.Row<?>> successes = new ArrayList<>();
        List<MultiGauge.Row<?>> healths = new ArrayList<>();
        for (KeptConnector kept : connectors(state)) {
            List<StreamStatus> streams = statuses(state, kept);
            healths.add(MultiGauge.Row.of(
                    tags(kept),
                    Health.of(kept.connector(), !kept.profiles().isEmpty(), streams)
                                            .code()
                                    == 0
                            ? 1
                            : 0));
            for (StreamStatus stream : streams) {
                Tags tags = tags(kept).and("content_type", stream.contentType());
                Lag behind = lag(kept.connector(), stream, clock.instant());
                lags.add(MultiGauge.Row.of(tags, behind.behind().toSeconds()));
                stucks.add(MultiGauge.Row.of(tags, behind.state() == Lag.State.STUCK ? 1 : 0));
                stream.times().activity().ifPresent(at -> successes.add(MultiGauge.Row.of(tags, at.getEpochSecond())));
            }
        }
        lag.register(lags, true);
        stuck.register(stucks, true);
        success.register(successes, true);
        healthy.register(healths, true);
    }

    private static Lag lag(Connector connector, StreamStatus stream, Instant now) {
        Duration period = stream.contentType().equals(DEVICES)
                ? DAY
                : connector.configuration().interval();
        return Lag.of(stream, period, connector.revision().createdAt(), now);
    }

    private static Tags tags(KeptConnector kept) {
        return Tags.of(
                "tenant",
                kept.connector().general().tenantId(),
                "connector",
                kept.connector().id());
    }

    private static List<StreamStatus> statuses(State state, KeptConnector kept) {
        Map<String, List<StreamStatus>> known =
                state.statuses().of(List.of(kept.connector().id()));
        return known.getOrDefault(kept.connector().id(), List.of()).stream()
                .filter(status -> !status.contentType().equals(StreamStatus.PING))
                .toList();
    }

    private static List<KeptConnector> connectors(State state) {
        List<KeptConnector> all = new ArrayList<>();
        for (int page = 0; page == 0 || all.size() == page * PAGE; page++) {
            all.addAll(state.connectors()
                    .list(new ConnectorQuery(
                            new TenantScope.All(),
                            Optional.of(true),
                            "",
                            ConnectorQuery.Order.BY_NAME,
                            new ConnectorQuery.Slice(page, PAGE)))
                    .connectors());
        }
        return all;
    }
}
