// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.engine.run.KeptUnreadable;
import dev.birdsong.engine.run.Replays;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.spi.record.Document;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.rounds.SqlQuarantine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What could not be read of a connector's source: looked at, taken away as it came, and read again.
@RestController
@RequestMapping("/connect/api/v1/connectors/{id}/quarantine")
public final class QuarantineEndpoint {

    private static final int LONGEST_LIST = 1_000;
    private static final int SHOWN = 16 << 10;
    private static final String KIND = "quarantined answer";

    private final State state;
    private final SqlQuarantine quarantine;
    private final Replays replays;
    private final ActivityLog log;

    /// Something that could not be read.
    ///
    /// @param bytes how many there are
    /// @param triedAt when it was last read again in vain
    public record Entry(
            @JsonProperty("_id") String id,
            String contentType,
            String reason,
            long bytes,
            long keptAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> triedAt) {

        static Entry of(SqlQuarantine.Entry entry) {
            return new Entry(
                    entry.id(),
                    entry.contentType(),
                    entry.reason(),
                    entry.bytes(),
                    entry.keptAt().toEpochMilli(),
                    entry.triedAt().map(Instant::toEpochMilli));
        }
    }

    /// The same with its bytes, or the first of them.
    ///
    /// @param text as UTF-8
    /// @param hex sixteen a line
    /// @param cut whether there are more
    public record Shown(Entry entry, String text, String hex, boolean cut) {}

    /// What came of reading again.
    ///
    /// @param read how many could be read and are kept no longer
    /// @param unreadable how many stay
    public record Replayed(int read, int unreadable, long created, long updated, long unchanged, long filtered) {

        static Replayed of(Replays.Report report) {
            return new Replayed(
                    report.read(),
                    report.unreadable(),
                    report.counts().put().created(),
                    report.counts().put().updated(),
                    report.counts().put().unchanged(),
                    report.counts().filtered());
        }
    }

    public QuarantineEndpoint(State state, Replays replays, ActivityLog log) {
        this.state = state;
        this.quarantine = state.quarantine();
        this.replays = replays;
        this.log = log;
    }

    /// All of it, the newest first.
    @GetMapping
    public Listed<Entry> list(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LONGEST_LIST) {
            throw ApiException.bad("size", "'size' is 1 to " + LONGEST_LIST);
        }
        String source = connector(caller, id).sourceKey();
        return new Listed<>(
                quarantine.count(source),
                quarantine.list(source, size).stream().map(Entry::of).toList());
    }

    /// One of it, with its bytes.
    @GetMapping("/{entry}")
    public Shown one(Caller caller, @PathVariable String id, @PathVariable String entry) {
        Found found = found(caller, id, entry);
        byte[] first =
                Arrays.copyOf(found.content().bytes(), Math.min(found.content().length(), SHOWN));
        return new Shown(
                Entry.of(found.entry()),
                new String(first, StandardCharsets.UTF_8),
                HexDump.of(first),
                first.length < found.content().length());
    }

    /// Its bytes, as the console sent them.
    @GetMapping("/{entry}/content")
    public ResponseEntity<byte[]> content(Caller caller, @PathVariable String id, @PathVariable String entry) {
        Found found = found(caller, id, entry);
        String name = found.entry().contentType() + "-" + found.entry().id().replaceAll("[^A-Za-z0-9_-]", "_") + ".raw";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(found.content().bytes());
    }

    /// Reads all of it again, or one, with the code and the filters of today.
    @PostMapping("/replay")
    public Replayed replay(Caller caller, @PathVariable String id, Body body) throws InterruptedException {
        caller.require(Permission.EDIT_CONNECTORS);
        Connector connector = connector(caller, id);
        Optional<String> wanted = body.text("entry");
        body.end();
        List<KeptUnreadable.Key> keys = quarantine.keys(connector.sourceKey()).stream()
                .filter(key -> wanted.isEmpty() || wanted.get().equals(key.id()))
                .toList();
        if (wanted.isPresent() && keys.isEmpty()) {
            throw body.bad("entry", "is not in the quarantine of this connector");
        }
        Assignment assignment =
                state.assignments().of(id).orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
        log.did(
                caller,
                "replay",
                ConnectorsEndpoint.what(connector),
                connector.general().tenantId());
        return Replayed.of(replays.run(assignment, keys));
    }

    private record Found(SqlQuarantine.Entry entry, Document content) {}

    private Found found(Caller caller, String id, String entry) {
        String source = connector(caller, id).sourceKey();
        return quarantine
                .entry(source, entry)
                .flatMap(found -> quarantine
                        .find(new KeptUnreadable.Key(new StreamKey(source, found.contentType()), entry))
                        .map(kept -> new Found(found, kept.content())))
                .orElseThrow(() -> ApiException.missing(KIND, entry));
    }

    private Connector connector(Caller caller, String id) {
        return state.connectors()
                .find(id, caller.scope())
                .map(KeptConnector::connector)
                .orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
    }
}
