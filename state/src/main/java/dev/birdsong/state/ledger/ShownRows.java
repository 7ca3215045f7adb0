// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.ShownThing;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.record.Document;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/// What a source shows while a walk is open, a row a page.
record ShownRows(Handle handle, StreamKey stream) {

    void add(List<ShownThing> shown) {
        Streams.bind(handle.createUpdate("""
                        INSERT INTO shown_things
                          (source_key, content_type, number, stored, others, parts, unknown_things)
                        SELECT :source, :type, COALESCE(MAX(number), 0) + 1, :stored, :others, :parts, :unknown
                        FROM shown_things WHERE source_key = :source AND content_type = :type
                        """), stream)
                .bind("stored", packed(things(shown, true)))
                .bind("others", packed(things(shown, false)))
                .bind("parts", packed(parts(shown)))
                .bind(
                        "unknown",
                        shown.stream()
                                .filter(one -> one.shown().thing().isEmpty())
                                .count())
                .execute();
    }

    private static LongStream things(List<ShownThing> shown, boolean stored) {
        return shown.stream().filter(one -> one.stored() == stored).flatMapToLong(one -> one.shown().thing().stream());
    }

    private static LongStream parts(List<ShownThing> shown) {
        return shown.stream()
                .filter(one -> one.shown().parts() > 0)
                .flatMapToLong(one -> one.shown().thing().stream()
                        .flatMap(thing -> LongStream.of(thing, one.shown().parts())));
    }

    private static byte[] packed(LongStream numbers) {
        long[] all = numbers.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Long.BYTES);
        bytes.asLongBuffer().put(all);
        return bytes.array();
    }

    void each(Consumer<ShownThing> consumer) {
        Streams.bind(handle.createQuery("SELECT * FROM shown_things" + Streams.ONE), stream)
                .setFetchSize(1)
                .map((row, _) -> new Page(
                        Document.owning(row.getBytes("stored")),
                        Document.owning(row.getBytes("others")),
                        Document.owning(row.getBytes("parts")),
                        row.getLong("unknown_things")))
                .forEach(page -> page.each(consumer));
    }

    void clear() {
        Streams.bind(handle.createUpdate("DELETE FROM shown_things" + Streams.ONE), stream)
                .execute();
    }

    private record Page(Document stored, Document others, Document parts, long unknown) {

        void each(Consumer<ShownThing> consumer) {
            numbers(stored).forEach(thing -> consumer.accept(new ShownThing(Shown.of(thing), true)));
            numbers(others).forEach(thing -> consumer.accept(new ShownThing(Shown.of(thing), false)));
            long[] pairs = numbers(parts).toArray();
            for (int i = 0; i < pairs.length; i += 2) {
                var shown = new Shown(OptionalLong.of(pairs[i]), pairs[i + 1]);
                consumer.accept(new ShownThing(shown, false));
            }
            for (long i = 0; i < unknown; i++) {
                consumer.accept(new ShownThing(Shown.UNKNOWN, false));
            }
        }

        private static LongStream numbers(Document packed) {
            long[] numbers = new long[packed.length() / Long.BYTES];
            ByteBuffer.wrap(packed.bytes()).asLongBuffer().get(numbers);
            return LongStream.of(numbers);
        }
    }
}
