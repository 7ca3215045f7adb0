// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.World;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What has become of the audit trail since the console was born. Not safe for use by several threads at once.
final class AuditLedger {

    private final World world;
    private final NavigableMap<Long, AuditRecord> added = new TreeMap<>();
    private long floor;
    private long born;
    private long lastId;
    private int drawn;
    private Optional<AuditBook> book = Optional.empty();

    AuditLedger(World world) {
        this.world = world;
        born = world.population().audit();
        lastId = born;
    }

    AuditBook book() {
        AuditBook opened = book.orElseGet(
                () -> new AuditBook(world, floor, born, Collections.unmodifiableNavigableMap(new TreeMap<>(added))));
        book = Optional.of(opened);
        return opened;
    }

    /// A record with the next id, which nobody can see yet.
    AuditRecord next(long now, Optional<String> action) {
        return next(now, action, "");
    }

    /// The same, done to something.
    AuditRecord next(long now, Optional<String> action, String subject) {
        lastId++;
        drawn++;
        long draw = Draws.of(world.auditSeed() + 1, drawn);
        AuditRecord made = AuditRecord.of(lastId, now, draw);
        return action.map(name -> new AuditRecord(made.id(), now, draw, name, subject))
                .orElse(made);
    }

    void show(AuditRecord entry) {
        added.put(entry.id(), entry);
        book = Optional.empty();
    }

    /// Deletes records up to and including an id.
    ///
    /// @return how many there were
    int purge(long id) {
        int before = book().size();
        floor = Math.max(floor, Math.min(id, lastId));
        added.headMap(id, true).clear();
        book = Optional.empty();
        return before - book().size();
    }

    /// Forgets records above an id, whose ids are then given again.
    void rewind(long keep) {
        added.tailMap(keep, false).clear();
        born = Math.min(born, keep);
        lastId = Math.min(lastId, keep);
        floor = Math.min(floor, keep);
        book = Optional.empty();
    }
}
