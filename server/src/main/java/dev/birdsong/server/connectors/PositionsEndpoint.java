// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.time.MonotonicClock;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.rounds.SqlPositions;
import dev.birdsong.state.rounds.SqlPositions.Kept;
import dev.birdsong.state.schedule.RoundSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where connectors go on, and setting them back: safe, since nothing doubles.
@RestController
@RequestMapping("/connect/api/v1/connectors/{id}")
public final class PositionsEndpoint {

    private final State state;
    private final SqlPositions positions;
    private final ConnectorTypes types;
    private final StoredIds ids;
    private final RoundSchedule schedule;
    private final MonotonicClock clock;
    private final ActivityLog log;

    /// Where a connector goes on, by content type.
    public record Answer(Map<String, Place> contentTypes) {

        public Answer {
            contentTypes = Map.copyOf(contentTypes);
        }
    }

    /// Where a content type goes on.
    ///
    /// @param position as its collector wrote it; empty: at the beginning
    /// @param movedAt when it last moved
    /// @param running whether a round runs now
    public record Place(
            String position,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> movedAt,
            boolean running) {

        static Place of(Kept kept) {
            return new Place(kept.position().text(), kept.movedAt().map(Instant::toEpochMilli), kept.held());
        }
    }

    public PositionsEndpoint(Beside beside, State state, RoundSchedule schedule, ActivityLog log) {
        this.state = state;
        this.positions = state.positions();
        this.types = beside.types();
        this.ids = beside.ids();
        this.clock = beside.clock();
        this.schedule = schedule;
        this.log = log;
    }

    /// What else it needs.
    public record Beside(ConnectorTypes types, StoredIds ids, MonotonicClock clock) {}

    /// Where each content type goes on.
    @GetMapping("/positions")
    public Answer positions(Caller caller, @PathVariable String id) {
        Connector connector = connector(caller, id);
        return new Answer(positions.of(connector.sourceKey()).stream()
                .filter(kept -> connector.configuration().contentTypes().contains(kept.contentType()))
                .collect(Collectors.toMap(Kept::contentType, Place::of)));
    }

    /// Goes back to an earlier point.
    @PostMapping("/rewind")
    public Answer rewind(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_CONNECTORS);
        Connector connector = connector(caller, id);
        ConnectorType type = types.of(connector.general().type());
        ContentType contentType = contentType(body, type, connector);
        RewindTarget target = RewindTarget.read(body, "to");
        body.end();
        StreamKey stream = new StreamKey(connector.sourceKey(), contentType.name());
        long from = target.id(time -> ids.newestBefore(connector, contentType, type.idField(contentType), time));
        Position back = type.rewound(contentType, positions.load(stream), from, clock);
        if (!positions.set(stream, back)) {
            throw ApiException.conflict(
                    "round-running",
                    "a round of " + contentType.name() + " is running: try again when it has ended",
                    "");
        }
        schedule.dueNow(id);
        log.did(
                caller,
                "rewind",
                ConnectorsEndpoint.what(connector),
                connector.general().tenantId());
        return positions(caller, id);
    }

    private Connector connector(Caller caller, String id) {
        return state.connectors()
                .find(id, caller.scope())
                .map(KeptConnector::connector)
                .orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
    }

    private static ContentType contentType(Body body, ConnectorType type, Connector connector) {
        String name = body.required("content_type");
        List<String> collected = connector.configuration().contentTypes();
        return ConnectorTypes.find(type, name)
                .filter(found -> collected.contains(found.name()))
                .orElseThrow(() -> body.bad("content_type", "is one of " + collected + " for this connector"));
    }
}
