// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;
import dev.birdsong.spi.time.MonotonicClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A console of numbered things that change, vanish and come back by chance, and answers or fails by chance. A thing
/// that changes takes a new number, the highest of all, as incidents do.
final class RandomConsole implements ConnectorType {

    static final String COLOURS = "rgb";

    private static final ContentType THINGS =
            new ContentType("things", "Things", "things", Set.of(Index.SYSLOG), ContentType.Schedule.INTERVAL);
    private static final int PAGE = 3;

    private final Random random;
    private final TreeMap<Long, Thing> shown = new TreeMap<>();
    private final List<Thing> deleted = new ArrayList<>();
    private final Set<Long> wereGone = new HashSet<>();
    private long numbers;
    private long names;
    private boolean failing;

    /// A thing in one of its states.
    record Thing(long name, long number) {

        /// What it says of itself never changes with its state.
        char colour() {
            return COLOURS.charAt((int) (name % COLOURS.length()));
        }
    }

    RandomConsole(Random random) {
        this.random = random;
    }

    /// Its requests fail now and then, or not.
    void failing(boolean now) {
        failing = now;
    }

    List<Thing> things() {
        return List.copyOf(shown.values());
    }

    void appear() {
        names++;
        show(names);
    }

    private void show(long name) {
        numbers++;
        shown.put(numbers, new Thing(name, numbers));
    }

    void change() {
        some().ifPresent(thing -> {
            shown.remove(thing.number());
            show(thing.name());
        });
    }

    void vanish() {
        some().ifPresent(thing -> deleted.add(shown.remove(thing.number())));
    }

    void comeBack() {
        if (!deleted.isEmpty()) {
            Thing back = deleted.remove(random.nextInt(deleted.size()));
            shown.put(back.number(), back);
            wereGone.add(back.name());
        }
    }

    /// The things that are there and were there ever since they came.
    Set<Long> steady() {
        return shown.values().stream()
                .map(Thing::name)
                .filter(name -> !wereGone.contains(name))
                .collect(Collectors.toSet());
    }

    private Optional<Thing> some() {
        List<Thing> all = things();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    @Override
    public Collector collector(Connection connection, ContentType contentType) {
        return new Collector() {
            @Override
            public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
                return page(connection.origin(), after, sink);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<String> replay(
            Connection connection, ContentType contentType, Position position, Document kept, RecordSink sink) {
        return Optional.of("nothing was kept");
    }

    private Fetched page(Origin origin, Position after, RecordSink sink) throws InterruptedException {
        long from = number(after);
        List<Thing> page =
                shown.tailMap(from, false).values().stream().limit(PAGE).toList();
        for (Thing thing : page) {
            if (failing && random.nextInt(12) == 0) {
                throw new CollectException.Unavailable("cut", 0);
            }
            sink.shows(Shown.of(thing.name()));
            sink.record(record(origin, thing, "state"));
            sink.record(record(origin, thing, "part"));
        }
        long next = page.isEmpty() ? from : page.getLast().number();
        return new Fetched(
                new Position(Long.toString(next)), !shown.tailMap(next, false).isEmpty());
    }

    /// Two records: one of its state, and one that all its states have in common.
    static LakeRecord record(Origin origin, Thing thing, String kind) {
        long state = kind.equals("state") ? thing.number() : 0;
        String id = RecordId.of(origin, kind, Long.toString(thing.name()), Long.toString(state));
        var key = new RecordKey(Index.SYSLOG, origin.tenantId(), id, 1_764_000_000_000L + thing.name());
        Document document = Document.of("{\"name\":\"" + thing.name() + "\",\"colour\":\"" + thing.colour()
                + "\",\"record_type\":\"" + kind + "\",\"timestamp\":" + key.timestamp() + "}");
        var subject = new Subject(origin.sourceKey(), "things", thing.name(), 0);
        return new LakeRecord(key, Version.NONE, "f", document).about(subject);
    }

    private static long number(Position position) {
        return position.text().isEmpty() ? 0 : Long.parseLong(position.text());
    }

    @Override
    public Optional<Census> census(ContentType contentType) {
        return Optional.of(new OfThings());
    }

    /// How it is compared.
    private record OfThings() implements Census {

        @Override
        public Position beginning(Position position, MonotonicClock clock) {
            return new Position("0");
        }

        @Override
        public Reached reached(Position position) {
            return new Reached(0, number(position));
        }

        @Override
        public boolean numbered() {
            return false;
        }

        @Override
        public String name(Document record) {
            return "a thing";
        }

        @Override
        public Optional<Query> parts(Document record) {
            return Optional.empty();
        }

        @Override
        public Query takenAwayBy(Document record) {
            return new Query.Not(new Query.Everything());
        }

        @Override
        public LakeRecord note(Origin origin, Note note) {
            String kind = note.kind().label();
            String id = RecordId.of(origin, kind, Long.toString(note.thing()), Long.toString(note.episode()));
            return new LakeRecord(
                            new RecordKey(Index.SYSLOG, origin.tenantId(), id, note.at()),
                            Version.NONE,
                            "noted",
                            Document.of("{\"record_type\":\"" + kind + "\"}"))
                    .about(new Subject(origin.sourceKey(), "things", note.thing(), 0).noted());
        }
    }

    @Override
    public String category() {
        return "test";
    }

    @Override
    public String type() {
        return "random";
    }

    @Override
    public String displayName() {
        return "Random";
    }

    @Override
    public List<ContentType> contentTypes() {
        return List.of(THINGS);
    }

    @Override
    public Description description() {
        throw new UnsupportedOperationException("nobody looks it up");
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public void ping(Connection connection) {}

    @Override
    public Position rewound(ContentType contentType, Position position, long id, MonotonicClock clock) {
        return new Position(Long.toString(id));
    }

    @Override
    public Optional<String> idField(ContentType contentType) {
        return Optional.empty();
    }

    @Override
    public TestReport test(Connection connection, Set<ContentType> contentTypes, TestListener listener) {
        throw new UnsupportedOperationException("nobody tests it");
    }
}
