// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.RecordFields;
import dev.birdsong.lakes.lucene.document.State;
import dev.birdsong.lakes.lucene.document.UnitedLists;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts records into partitions, one after the other. All states of one id come to the same thread, so that they
/// end as if put in turn.
final class RecordWriting {

    private static final PutResult CREATED = new PutResult(1, 0, 0);
    private static final PutResult UPDATED = new PutResult(0, 1, 0);
    private static final PutResult UNCHANGED = new PutResult(0, 0, 1);

    private final int thread;
    private final Shared shared;
    private final RecordFields fields;
    private final RecentStates recent = new RecentStates();
    private final Map<String, IdLookup> lookups = new HashMap<>();
    private final Map<String, PartitionWriter> inUse = new HashMap<>();

    RecordWriting(int thread, Shared shared, Schema schema) {
        this.thread = thread;
        this.shared = shared;
        this.fields = new RecordFields(schema);
    }

    /// What the threads have in common.
    record Shared(Epochs epochs, PartitionNames names, PartitionWriters writers, Views views, WriteTimes times) {}

    /// Writes records, with the lock for writing held.
    PutResult write(List<LakeRecord> records) throws IOException {
        if (!shared.epochs().isReadable()) {
            throw new IOException("the lake cannot be read");
        }
        recent.forgetBefore(shared.epochs().published());
        PutResult result = PutResult.NONE;
        try (View view = shared.views().hold()) {
            for (LakeRecord record : records) {
                result = result.plus(write(record, view));
            }
            shared.writers().boundMemory();
        } finally {
            inUse.values().forEach(PartitionWriter::leave);
            inUse.clear();
        }
        return result;
    }

    private PutResult write(LakeRecord record, View view) throws IOException {
        long hash = KnownIds.hash(record.key().id());
        List<String> homes =
                shared.names().homes(record.key().index(), record.key().timestamp());
        for (String home : homes) {
            if (shared.writers().exists(home)) {
                Optional<State> known = known(use(home), hash, record, view);
                if (known.isPresent()) {
                    return known.get().covers(record) ? UNCHANGED : replace(use(home), record, known.get());
                }
            }
        }
        return create(use(homes.getFirst()), hash, record);
    }

    private PutResult create(PartitionWriter writer, long hash, LakeRecord record) throws IOException {
        Document document = UnitedLists.unite(State.NO_LISTS, record.document(), record.united());
        State state = state(record, 0, document);
        writer.add(
                fields.of(record, state, document, writer.name(), shared.times().now()));
        writer.known(thread).add(hash);
        note(writer, record, state);
        return CREATED;
    }

    private PutResult replace(PartitionWriter writer, LakeRecord record, State known) throws IOException {
        Document document = UnitedLists.unite(known.lists(), record.document(), record.united());
        State state = state(record, known.revision() + 1, document);
        writer.replace(
                record.key().id(),
                fields.of(record, state, document, writer.name(), shared.times().now()));
        note(writer, record, state);
        return UPDATED;
    }

    private static State state(LakeRecord record, long revision, Document document) {
        Document lists = record.united().isEmpty() ? State.NO_LISTS : UnitedLists.only(document, record.united());
        return new State(record.version(), record.fingerprint(), revision, lists);
    }

    private void note(PartitionWriter writer, LakeRecord record, State state) {
        recent.note(shared.epochs().current(), writer.name(), record.key().id(), state);
    }

    private Optional<State> known(PartitionWriter writer, long hash, LakeRecord record, View view) throws IOException {
        if (!writer.known(thread).mayContain(hash)) {
            return Optional.empty();
        }
        Optional<State> unseen = recent.find(writer.name(), record.key().id());
        return unseen.isPresent() ? unseen : seen(writer.name(), record, view);
    }

    private Optional<State> seen(String partition, LakeRecord record, View view) throws IOException {
        var reader = view.reader(partition);
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        IdLookup lookup = lookups.get(partition);
        if (lookup == null || !lookup.isOf(reader.get())) {
            lookup = new IdLookup(reader.get());
            lookups.put(partition, lookup);
        }
        return lookup.find(record.key().id(), !record.united().isEmpty());
    }

    private PartitionWriter use(String partition) throws IOException {
        PartitionWriter writer = inUse.get(partition);
        if (writer == null) {
            writer = shared.writers().use(partition);
            inUse.put(partition, writer);
        }
        return writer;
    }
}
