// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.engine.connector.Health;
import dev.birdsong.engine.connector.Lag;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.rounds.Statuses;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Puts connectors together with how they stand.
public final class ConnectorAnswers {

    private final Statuses statuses;
    private final ConnectorTypes types;
    private final Clock clock;
    private final JsonMapper json;

    public ConnectorAnswers(Statuses statuses, ConnectorTypes types, Clock clock, JsonMapper json) {
        this.statuses = statuses;
        this.types = types;
        this.clock = clock;
        this.json = json;
    }

    /// These connectors, in this order.
    List<ConnectorAnswer> of(List<KeptConnector> connectors) {
        Map<String, List<StreamStatus>> known = statuses.of(
                connectors.stream().map(kept -> kept.connector().id()).toList());
        return connectors.stream()
                .map(kept -> answer(kept, known.getOrDefault(kept.connector().id(), List.of())))
                .toList();
    }

    private ConnectorAnswer answer(KeptConnector kept, List<StreamStatus> streams) {
        Connector connector = kept.connector();
        Connector.General general = connector.general();
        return new ConnectorAnswer(
                connector.id(),
                general.name(),
                general.category(),
                general.type(),
                general.tenantId(),
                general.tenantId(),
                kept.tenantName(),
                true,
                false,
                connector.collecting().active(),
                general.runOn(),
                configuration(connector.configuration()),
                connector.collecting().logFilters(),
                kept.profiles(),
                false,
                connector.revision().number(),
                status(Health.of(connector, !kept.profiles().isEmpty(), streams)),
                streams(connector, streams),
                newest(streams, StreamStatus.Times::activity),
                newest(streams, StreamStatus.Times::data),
                connector.revision().createdAt().toEpochMilli(),
                connector.revision().modifiedAt().toEpochMilli());
    }

    private static ConnectorAnswer.Status status(Health health) {
        return new ConnectorAnswer.Status(
                health.code(),
                health.message(),
                health.since().toEpochMilli(),
                health.state().label());
    }

    private List<ConnectorAnswer.Stream> streams(Connector connector, List<StreamStatus> streams) {
        return streams.stream()
                .filter(StreamStatus::isOfRounds)
                .map(stream -> stream(connector, stream))
                .toList();
    }

    private ConnectorAnswer.Stream stream(Connector connector, StreamStatus stream) {
        Lag lag = Lag.of(
                stream,
                types.period(connector, stream.contentType()),
                connector.revision().createdAt(),
                clock.instant());
        return new ConnectorAnswer.Stream(
                stream.contentType(),
                Health.State.of(stream.condition()).label(),
                stream.condition() instanceof Condition.Failing(String _, int _, String message) ? message : "",
                lag.state().label(),
                lag.behind().toSeconds(),
                stream.times().running().isPresent(),
                stream.failures(),
                stream.times().activity().map(Instant::toEpochMilli),
                stream.times().data().map(Instant::toEpochMilli));
    }

    private static Optional<Long> newest(
            List<StreamStatus> streams, Function<StreamStatus.Times, Optional<Instant>> time) {
        Stream<Instant> times =
                streams.stream().map(StreamStatus::times).map(time).flatMap(Optional::stream);
        return times.max(Instant::compareTo).map(Instant::toEpochMilli);
    }

    private String configuration(Configuration configuration) {
        Map<String, Object> conf = new LinkedHashMap<>();
        conf.put("host", configuration.host());
        conf.put("interval", configuration.interval().toMinutes());
        conf.put("content_type", configuration.contentTypes());
        conf.put(
                "start",
                configuration.start().<Object>map(Instant::toEpochMilli).orElse("all"));
        return json.writeValueAsString(conf);
    }
}
