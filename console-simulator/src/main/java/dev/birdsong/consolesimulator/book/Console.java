// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Kind;
import dev.birdsong.consolesimulator.population.World;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.consolesimulator.settings.Switches;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What a console holds, and all that can happen to it. Safe for use by several threads; books once read stay as
/// they are.
public final class Console {

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final World world;
    private final IncidentLedger incidents;
    private final AuditLedger audit;
    private final DeviceLedger devices;
    private final List<Late> late = new ArrayList<>();
    private final SplittableRandom random;
    private Switches switches;
    private String visibleFlock = "";
    private long requests;

    public Console(Population population, Switches switches, boolean alive, InstantSource clock) {
        this.clock = clock;
        this.switches = switches;
        world = new World(population, clock.instant());
        incidents = new IncidentLedger(world);
        audit = new AuditLedger(world);
        devices = new DeviceLedger(world, alive);
        random = new SplittableRandom(population.seed());
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            settle();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private void settle() {
        for (Late one : List.copyOf(late)) {
            if (one.due(requests, clock.millis())) {
                late.remove(one);
                one.show().run();
            }
        }
    }

    private void show(Runnable show) {
        if (random.nextDouble() >= switches.lateShare()) {
            show.run();
        } else {
            long wait = switches.lateTime().toMillis();
            late.add(new Late(requests + switches.lateRequests(), clock.millis() + wait, show));
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    public World world() {
        return world;
    }

    public InstantSource clock() {
        return clock;
    }

    public Switches switches() {
        return locked(() -> switches);
    }

    public void change(Function<Switches, Switches> change) {
        run(() -> switches = change.apply(switches));
    }

    /// Notes that somebody asks for something; what is late waits for this.
    public void asked() {
        run(() -> requests++);
    }

    public IncidentBook incidents() {
        return locked(incidents::book);
    }

    public AuditBook audit() {
        return locked(audit::book);
    }

    /// The devices as they are now, by number.
    public List<Device> devices() {
        return locked(() -> devices.all(now()));
    }

    /// How many changes have an id but cannot be seen yet.
    public int hidden() {
        return locked(late::size);
    }

    /// Begins an incident, of some kind or a given one.
    public Incident attack(Optional<Kind> kind) {
        return locked(() -> {
            Incident incident = unknown(kind);
            incidents.note(incident);
            show(() -> incidents.show(incident));
            return incident;
        });
    }

    private Incident unknown(Optional<Kind> kind) {
        long id = incidents.takeUpdatedId(1);
        while (true) {
            int index = incidents.takeIndex();
            var attack = kind.map(k -> world.attack(index, k)).orElseGet(() -> world.attack(index));
            Incident incident = Incident.fresh(attack, now(), id);
            if (!incidents.knows(incident.id())) {
                return incident;
            }
        }
    }

    /// Appends generated events to an incident, all of them now.
    public boolean append(String id, int count) {
        return changed(
                id,
                count,
                incident -> incident.grown(new Happening.Burst(incident.eventCount(), count, now(), 0, false)));
    }

    /// Appends the last event of an incident once more, at the same second.
    public boolean repeat(String id) {
        return changed(
                id, 1, incident -> incident.grown(repeated(incident.happenings().getLast())));
    }

    private static Happening repeated(Happening last) {
        int number = last.count() - 1;
        return last instanceof Happening.Burst burst && number >= 0
                ? new Happening.Burst(burst.salt(number), 1, burst.time(number), 0, false)
                : last;
    }

    /// Appends an event as it is given, a JSON object.
    public boolean append(String id, String json) {
        return changed(id, 1, incident -> incident.grown(new Happening.Given(json, now())));
    }

    public boolean acknowledge(String id, boolean acknowledged) {
        boolean bumps = locked(() -> switches.acknowledgeBumps() && !switches.silentMutation());
        return changed(id, bumps ? 1 : 0, incident -> incident.acknowledged(acknowledged));
    }

    /// Adds what was looked up about the sources of a token's events.
    public boolean enrich(String id) {
        Switches read = switches();
        boolean changes = read.enrichmentChangesEvents()
                && find(id).filter(Incident::ofToken).isPresent();
        return changes && changed(id, read.silentMutation() ? 0 : 1, Incident::looked);
    }

    public Optional<Incident> find(String id) {
        return locked(() -> incidents.find(id));
    }

    private boolean changed(String id, int bump, Function<Incident, Incident> change) {
        return locked(() -> {
            Optional<Incident> found = incidents.find(id).map(change).map(next -> bumped(next, bump));
            found.ifPresent(next -> {
                incidents.note(next);
                show(() -> incidents.show(next));
            });
            return found.isPresent();
        });
    }

    private Incident bumped(Incident incident, int bump) {
        return bump == 0 ? incident : incident.updated(incidents.takeUpdatedId(bump), now());
    }

    /// Deletes an incident.
    ///
    /// @param audited whether that leaves an audit record, which names it
    public boolean delete(String id, boolean audited) {
        return locked(() -> {
            Optional<Incident> found = incidents.find(id);
            found.ifPresent(incidents::delete);
            found.filter(_ -> audited)
                    .ifPresent(_ -> audit.show(audit.next(now(), Optional.of("incident_delete"), id)));
            return found.isPresent();
        });
    }

    /// The only flock whose incidents the key shows; empty: all.
    public String visibleFlock() {
        return locked(() -> visibleFlock);
    }

    /// Lets the key show the incidents of one flock only, or of all where it is empty.
    public void showOnly(String flock) {
        run(() -> visibleFlock = flock);
    }

    /// Gives every incident a lower `updated_id`, as a migration would.
    public void renumber() {
        run(() -> {
            showAll();
            incidents.renumber();
        });
    }

    /// Forgets what happened to incidents since the start, as restoring a backup would; ids are given again.
    public void rewind() {
        run(() -> {
            showAll();
            incidents.rewind();
        });
    }

    private void showAll() {
        late.forEach(one -> one.show().run());
        late.clear();
    }

    /// Adds an audit record of some action or a given one.
    public AuditRecord act(Optional<String> action) {
        return locked(() -> {
            AuditRecord entry = audit.next(now(), action);
            show(() -> audit.show(entry));
            return entry;
        });
    }

    /// Deletes audit records up to and including an id.
    public int purge(long id) {
        return locked(() -> audit.purge(id));
    }

    /// Forgets audit records above an id; their ids are given again.
    public void rewindAudit(long keep) {
        run(() -> {
            showAll();
            audit.rewind(keep);
        });
    }

    /// A device, named by its id, is heard of no more, or again.
    public boolean live(String id, boolean live) {
        return changed(id, device -> live ? device.back(now()) : device.dark(now()));
    }

    public boolean rename(String id, String name) {
        return changed(id, device -> device.named(name));
    }

    /// Gives a device another IP address.
    public boolean move(String id, String address) {
        return changed(id, device -> device.moved(address));
    }

    private boolean changed(String id, UnaryOperator<Device> change) {
        return locked(() -> devices.change(id, change).isPresent());
    }
}
