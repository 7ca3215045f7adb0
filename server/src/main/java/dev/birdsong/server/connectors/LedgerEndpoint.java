// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.reconcile.OpenWalk;
import dev.birdsong.engine.reconcile.OutsideCounts;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.engine.reconcile.Verdict.Found;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.connector.Census.Reached;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.state.State;
import dev.birdsong.state.connector.KeptConnector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What became of each record that a console was seen to have, and whether anything is missing.
@RestController
public final class LedgerEndpoint {

    private final State state;
    private final ConnectorTypes types;
    private final DataLake lake;

    /// The ledger of a connector, by content type.
    public record Answer(Map<String, Entry> contentTypes) {

        public Answer {
            contentTypes = new LinkedHashMap<>(contentTypes);
        }
    }

    /// The ledger of one content type; records are counted once each, however often they were read.
    ///
    /// @param completeUpTo the id up to which everything is in the lake or accounted for
    /// @param seen stored, filtered, quarantined and expired together
    /// @param filteredBy how many records each log filter left out, by its id
    /// @param missing what the last comparison found missing and could not bring in
    /// @param gaps what the source says that there is, and that was never seen; the largest hundred
    /// @param gapsTotal how much that is in all
    /// @param purgedUpTo the number up to which the source has purged what it had
    /// @param seesLess whether the key may see less than before
    /// @param checkedAt when all that the source holds was last compared with the lake
    /// @param notes what there is to say of that, for people
    /// @param reconcile the comparison that is under way
    public record Entry(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Long> completeUpTo,
            long seen,
            long stored,
            long filtered,
            Map<String, Long> filteredBy,
            long quarantined,
            long expired,
            long missing,
            long deletedAtSource,
            List<Gap> gaps,
            long gapsTotal,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Long> purgedUpTo,
            boolean seesLess,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Long> checkedAt,
            List<String> notes,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Reconcile> reconcile) {

        public Entry {
            filteredBy = Map.copyOf(filteredBy);
            gaps = List.copyOf(gaps);
            notes = List.copyOf(notes);
        }

        static Entry of(Optional<Long> completeUpTo, long stored, OutsideCounts outside, StreamCheck check) {
            Found found = check.last().map(Verdict::found).orElse(Found.NOTHING);
            return new Entry(
                    completeUpTo,
                    stored + outside.filtered() + outside.quarantined() + outside.expired(),
                    stored,
                    outside.filtered(),
                    outside.filteredBy(),
                    outside.quarantined(),
                    outside.expired(),
                    found.missing(),
                    outside.deletedAtSource(),
                    found.gaps().stream()
                            .map(gap -> new Gap(gap.from(), gap.to(), gap.count()))
                            .toList(),
                    found.gapsTotal(),
                    Optional.of(found.purgedUpTo()).filter(id -> id > 0),
                    found.seesLess(),
                    check.last().map(Verdict::at).map(Instant::toEpochMilli),
                    check.last().map(Verdict::notes).orElse(List.of()),
                    check.walk().map(Reconcile::of));
        }
    }

    /// Something that was never seen: audit records from one id to another, or events of one incident.
    public record Gap(String from, String to, long count) {}

    /// A comparison that is under way.
    public record Reconcile(long beganAt, long pages, long read) {

        static Reconcile of(OpenWalk walk) {
            return new Reconcile(
                    walk.began().toEpochMilli(),
                    walk.counts().pages(),
                    walk.counts().read());
        }
    }

    public LedgerEndpoint(State state, ConnectorTypes types, DataLake lake) {
        this.state = state;
        this.types = types;
        this.lake = lake;
    }

    /// The ledger of each content type that the connector collects.
    @GetMapping("/connect/api/v1/connectors/{id}/ledger")
    public Answer ledger(Caller caller, @PathVariable String id) {
        Connector connector = state.connectors()
                .find(id, caller.scope())
                .map(KeptConnector::connector)
                .orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String contentType : connector.configuration().contentTypes()) {
            entries.put(contentType, entry(connector, contentType));
        }
        return new Answer(entries);
    }

    private Entry entry(Connector connector, String contentType) {
        var stream = new StreamKey(connector.sourceKey(), contentType);
        var held = new Held(connector.general().tenantId(), connector.sourceKey(), contentType);
        return Entry.of(
                completeUpTo(connector, stream),
                lake.holdings().count(held),
                state.reconciles().outside(stream),
                state.reconciles().of(stream));
    }

    private Optional<Long> completeUpTo(Connector connector, StreamKey stream) {
        var type = types.of(connector.general().type());
        return ConnectorTypes.find(type, stream.contentType())
                .flatMap(type::census)
                .map(census -> census.reached(state.positions().load(stream)))
                .map(Reached::completeUpTo);
    }
}
