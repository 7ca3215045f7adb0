// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Attack;
import dev.birdsong.consolesimulator.population.World;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What has become of incidents since the console was born. Not safe for use by several threads at once.
final class IncidentLedger {

    private final World world;
    private final Map<Integer, Incident> current = new HashMap<>();
    private final Map<Integer, Long> shown = new HashMap<>();
    private final TreeMap<Long, Incident> newer = new TreeMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private final BitSet changed = new BitSet();
    private Numbering numbering;
    private long lastUpdatedId;
    private int nextIndex;
    private Optional<IncidentBook> book = Optional.empty();

    IncidentLedger(World world) {
        this.world = world;
        nextIndex = world.population().incidents();
        numbering = Numbering.spread(world.population().events());
        lastUpdatedId = lastBornId();
    }

    private long lastBornId() {
        int incidents = world.population().incidents();
        return incidents == 0 ? 0 : numbering.id(incidents - 1);
    }

    /// What can be seen at this moment.
    IncidentBook book() {
        return book.orElseGet(this::opened);
    }

    private IncidentBook opened() {
        var opened = new IncidentBook(
                world, numbering, (BitSet) changed.clone(), List.copyOf(newer.values()), new ConcurrentHashMap<>());
        book = Optional.of(opened);
        return opened;
    }

    long takeUpdatedId(int count) {
        lastUpdatedId += count;
        return lastUpdatedId;
    }

    int takeIndex() {
        return nextIndex++;
    }

    /// The latest state of an incident, whether it can be seen yet or not.
    Optional<Incident> find(String id) {
        return index(id).flatMap(this::latest);
    }

    private Optional<Integer> index(String id) {
        Integer known = added.get(id);
        return known == null ? bornIndex(id) : Optional.of(known);
    }

    private Optional<Integer> bornIndex(String id) {
        String tail = id.substring(id.lastIndexOf(':') + 1);
        if (!tail.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long created = Long.parseLong(tail);
        int index = world.indexAt(created);
        if (index < 0 || world.created(index) != created) {
            return Optional.empty();
        }
        Attack attack = world.attack(index);
        return attack.id(created).equals(id) ? Optional.of(index) : Optional.empty();
    }

    private Optional<Incident> latest(int index) {
        Optional<Incident> known = Optional.ofNullable(current.get(index));
        return known.isPresent() || changed.get(index)
                ? known
                : Optional.of(Incident.born(world, index, numbering.id(index)));
    }

    /// Whether an id is taken by an incident that came since.
    boolean knows(String id) {
        return index(id).isPresent();
    }

    /// Notes a new state that nobody can see yet.
    void note(Incident incident) {
        current.put(incident.index(), incident);
        if (incident.index() >= world.population().incidents()) {
            added.put(incident.id(), incident.index());
        }
    }

    /// Lets a state be seen, unless a later one can be seen already or the incident is gone.
    void show(Incident incident) {
        int index = incident.index();
        boolean gone = !current.containsKey(index);
        Long before = shown.get(index);
        if (gone || (before != null && before > incident.updatedId())) {
            return;
        }
        hide(index);
        shown.put(index, incident.updatedId());
        newer.put(incident.updatedId(), incident);
    }

    private void hide(int index) {
        Long before = shown.remove(index);
        if (before != null) {
            newer.remove(before);
        }
        if (index < world.population().incidents()) {
            changed.set(index);
        }
        book = Optional.empty();
    }

    void delete(Incident incident) {
        hide(incident.index());
        current.remove(incident.index());
        added.remove(incident.id());
    }

    /// Gives every incident a lower number, in the same order, as a migration would.
    void renumber() {
        numbering = Numbering.DENSE;
        lastUpdatedId = lastBornId();
        var inOrder = new ArrayList<>(newer.values());
        newer.clear();
        for (Incident incident : inOrder) {
            Incident lower = incident.updated(takeUpdatedId(1), incident.updatedTime());
            current.put(lower.index(), lower);
            shown.put(lower.index(), lower.updatedId());
            newer.put(lower.updatedId(), lower);
        }
        book = Optional.empty();
    }

    /// Forgets all that happened since the console was born, as restoring an old backup would.
    void rewind() {
        current.clear();
        shown.clear();
        newer.clear();
        added.clear();
        changed.clear();
        lastUpdatedId = lastBornId();
        book = Optional.empty();
    }
}
