// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.World;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NoSuchElementException;

/// The audit trail as it stands at one moment; it never changes.
///
/// @param floor records up to this id were purged
/// @param born how many records of the population are left, the purged ones included
/// @param added what came since, by id
public record AuditBook(World world, long floor, long born, NavigableMap<Long, AuditRecord> added) {

    public int size() {
        return (int) (Math.max(0, born - floor) + added.size());
    }

    public long maxId() {
        return added.isEmpty() ? (born > floor ? born : 0) : added.lastKey();
    }

    /// Records from an id on downwards.
    public Iterator<AuditRecord> descending(long from) {
        return new Descent(from);
    }

    /// Records from an id on upwards.
    public Iterator<AuditRecord> ascending(long from) {
        return new Ascent(Math.max(from, floor + 1));
    }

    private AuditRecord at(long id) {
        AuditRecord newer = added.get(id);
        return newer == null ? bornAt(id) : newer;
    }

    private AuditRecord bornAt(long id) {
        var population = world.population();
        long spacing = Math.max(1_000, population.span().toMillis() / Math.max(1, population.audit()));
        long time = world.until() - 60 - (population.audit() - id) * spacing / 1_000;
        return AuditRecord.of(id, time, Draws.of(world.auditSeed(), id));
    }

    private final class Descent implements Iterator<AuditRecord> {

        private long next;

        Descent(long from) {
            next = below(from);
        }

        private long below(long id) {
            Long newer = added.floorKey(id);
            return newer == null ? Math.min(id, born) : Math.max(newer, Math.min(id, born));
        }

        @Override
        public boolean hasNext() {
            return next > floor;
        }

        @Override
        public AuditRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no audit record is left");
            }
            long id = next;
            next = below(id - 1);
            return at(id);
        }
    }

    private final class Ascent implements Iterator<AuditRecord> {

        private long next;

        Ascent(long from) {
            next = above(from);
        }

        private long above(long id) {
            Long newer = added.ceilingKey(id);
            return id <= born ? id : newer == null ? -1 : newer;
        }

        @Override
        public boolean hasNext() {
            return next >= 0;
        }

        @Override
        public AuditRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no audit record is left");
            }
            long id = next;
            next = above(id + 1);
            return at(id);
        }
    }
}
