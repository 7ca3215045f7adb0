// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.CollectingSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does with a collector what the engine does: stores a position once what came before it is kept.
final class Run {

    static final Origin ORIGIN = new Origin("acme", "Acme", "source-1", "connector-1", "Console");

    private static final Pattern KEY = Pattern.compile("\"(?:id|message)\":\"((?:inc|act|burst)-\\d+)\"");
    private static final Pattern ID = Pattern.compile("\"(?:updated_id|audit\":\\{\"id)\":(\\d+)");

    private final Collector collector;
    private final List<Position> positions = new ArrayList<>(List.of(Position.START));
    private final Set<String> facts = new LinkedHashSet<>();
    private final List<LakeRecord> records = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();

    Run(String contentType, Outbound outbound, SettableClock clock, Path folder) {
        this(contentType, "console.example", outbound, clock, folder);
    }

    Run(String contentType, String host, Outbound outbound, SettableClock clock, Path folder) {
        this(contentType, new Connection(ORIGIN, host, new Secret("sesame"), outbound, clock.time()), folder);
    }

    Run(String contentType, Connection connection, Path folder) {
        ThinkstCanary type = new ThinkstCanary(folder);
        ContentType chosen = type.contentTypes().stream()
                .filter(known -> known.name().equals(contentType))
                .findFirst()
                .orElseThrow();
        this.collector = type.collector(connection, chosen);
    }

    /// One request; whether there is more.
    boolean fetch() throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try {
            Fetched fetched = collector.fetch(position(), sink);
            positions.add(fetched.next());
            return fetched.more();
        } finally {
            sink.records().stream().map(Run::fact).forEach(facts::add);
            records.addAll(sink.records());
            quarantined.addAll(sink.quarantined());
        }
    }

    /// Requests until the round is at its end.
    Run round() throws InterruptedException {
        int requests = 0;
        while (fetch()) {
            if (++requests > 3_000) {
                throw new AssertionError("a round without end, at " + position().text());
            }
        }
        return this;
    }

    void goOnFrom(String position) {
        positions.add(new Position(position));
    }

    /// A crash: goes on from a position that was stored before.
    void backTo(int index) {
        positions.subList(index + 1, positions.size()).clear();
    }

    int stored() {
        return positions.size();
    }

    Position position() {
        return positions.getLast();
    }

    Tree state() {
        return Tree.parse(position().text());
    }

    Set<String> facts() {
        return facts;
    }

    List<LakeRecord> records() {
        return records;
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    private static String fact(LakeRecord record) {
        String json = record.document().json();
        Matcher key = KEY.matcher(json);
        Matcher id = ID.matcher(json);
        return (key.find() ? key.group(1) : "?") + "@" + (id.find() ? id.group(1) : "?");
    }
}
