// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a [MemoryLake] holds of sources.
record MemoryHoldings(Supplier<List<Stored>> records) implements Holdings {

    /// How many of these there are of each content type of each source.
    static Map<Held, Long> counted(Collection<Stored> records) {
        return records.stream()
                .map(Stored::record)
                .filter(record -> !record.subject().equals(Subject.NONE))
                .collect(Collectors.groupingBy(MemoryHoldings::held, Collectors.counting()));
    }

    private static Held held(LakeRecord record) {
        return new Held(
                record.key().tenant(),
                record.subject().sourceKey(),
                record.subject().contentType());
    }

    private Stream<Stored> of(Held held) {
        return records.get().stream()
                .filter(stored -> !stored.record().subject().equals(Subject.NONE))
                .filter(stored -> held(stored.record()).equals(held));
    }

    @Override
    public long count(Held held) {
        return of(held).count();
    }

    @Override
    public void things(Held held, ThingConsumer consumer) {
        of(held).map(stored -> stored.record().subject())
                .forEach(subject -> consumer.accept(subject.thing(), subject.group()));
    }

    @Override
    public void newest(Held held, Set<Long> things, RecordConsumer consumer) {
        things.forEach(thing -> of(held).filter(
                        stored -> stored.record().subject().thing() == thing)
                .max(Comparator.comparingLong(stored -> stored.record().key().timestamp()))
                .ifPresent(
                        stored -> consumer.accept(thing, stored.hit(List.of()).document())));
    }

    @Override
    public Set<String> known(Collection<RecordKey> keys) {
        Set<String> asked = keys.stream().map(MemoryHoldings::place).collect(Collectors.toCollection(HashSet::new));
        return records.get().stream()
                .map(stored -> stored.record().key())
                .filter(key -> asked.contains(place(key)))
                .map(RecordKey::id)
                .collect(Collectors.toSet());
    }

    private static String place(RecordKey key) {
        return key.index() + key.id();
    }
}
