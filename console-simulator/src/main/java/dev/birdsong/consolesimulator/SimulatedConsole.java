// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import dev.birdsong.consolesimulator.api.Api;
import dev.birdsong.consolesimulator.api.Controls;
import dev.birdsong.consolesimulator.api.Cursors;
import dev.birdsong.consolesimulator.api.Faults;
import dev.birdsong.consolesimulator.api.Interludes;
import dev.birdsong.consolesimulator.api.Truth;
import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.http.HttpPort;
import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.json.GivenObject;
import dev.birdsong.consolesimulator.life.Life;
import dev.birdsong.consolesimulator.population.Kinds;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A Canary Console on 127.0.0.1 that answers as the real one is documented to, misbehaves on request, and can be
/// asked for the truth. Its methods do what its control endpoints do; all may be called by any thread.
public final class SimulatedConsole implements AutoCloseable {

    private final Console console;
    private final Faults faults;
    private final Interludes interludes = new Interludes();
    private final Cursors cursors;
    private final Life life;
    private final Api api;
    private final Truth truth;
    private final Controls controls;
    private volatile HttpPort port;

    private SimulatedConsole(ConsoleSettings settings, InstantSource clock) throws IOException {
        long seed = settings.population().seed();
        console = new Console(settings.population(), settings.switches(), settings.rate() > 0, clock);
        faults = new Faults(settings.faults(), seed, clock);
        cursors = new Cursors(clock);
        life = new Life(console, settings.rate(), seed);
        api = new Api(console, faults, cursors, settings.token());
        truth = new Truth(console);
        controls = new Controls(console, faults, cursors, life);
        port = HttpPort.open(settings.port(), this::answer);
    }

    /// Starts a console that goes by the system's clock.
    public static SimulatedConsole start(ConsoleSettings settings) throws IOException {
        return start(settings, InstantSource.system());
    }

    /// Starts a console that goes by a given clock.
    public static SimulatedConsole start(ConsoleSettings settings, InstantSource clock) throws IOException {
        var started = new SimulatedConsole(settings, clock);
        started.life.begin();
        return started;
    }

    private void answer(Request request, Reply reply) throws IOException {
        if (request.path().equals("/_truth")) {
            truth.answer(request, reply);
        } else if (request.path().startsWith(Controls.ROOT)) {
            controls.answer(request, reply);
        } else {
            interludes.before(request.path());
            api.answer(request, reply);
        }
    }

    public int port() {
        return port.port();
    }

    /// `127.0.0.1` with the port, as a connector names its host.
    public String host() {
        return "127.0.0.1:" + port();
    }

    /// Begins some incidents, of whatever kind comes.
    ///
    /// @return their ids
    public List<String> attack(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> console.attack(Optional.empty()).id())
                .toList();
    }

    /// Begins an incident of the kind with a log type.
    ///
    /// @return its id
    public String attackOf(int logtype) {
        return console.attack(Optional.of(Kinds.of(logtype))).id();
    }

    /// Appends generated events to an incident. These and the next say whether there was such an incident.
    public boolean append(String incident, int events) {
        return console.append(incident, events);
    }

    /// Appends an event, a JSON object, just as it is given.
    public boolean append(String incident, String event) {
        return console.append(incident, GivenObject.checked(event));
    }

    /// Appends the last event once more, equal to it and at the same second.
    public boolean repeat(String incident) {
        return console.repeat(incident);
    }

    public boolean acknowledge(String incident) {
        return console.acknowledge(incident, true);
    }

    public boolean unacknowledge(String incident) {
        return console.acknowledge(incident, false);
    }

    /// Adds what was looked up about the sources of a token's events.
    ///
    /// @return whether anything changed
    public boolean enrich(String incident) {
        return console.enrich(incident);
    }

    /// Deletes an incident, acknowledged or not.
    public boolean delete(String incident) {
        return console.delete(incident, false);
    }

    /// The same, and an audit record that names it tells of that.
    public boolean deleteAndTell(String incident) {
        return console.delete(incident, true);
    }

    /// Lets the key show the incidents of one flock only, or of all where it is empty.
    public void showOnly(String flock) {
        console.showOnly(flock);
    }

    /// Adds an audit record.
    ///
    /// @return its id
    public long act() {
        return console.act(Optional.empty()).id();
    }

    /// Adds an audit record of some action type.
    ///
    /// @return its id
    public long act(String actionType) {
        return console.act(Optional.of(actionType)).id();
    }

    /// Deletes audit records up to and including an id.
    ///
    /// @return how many there were
    public int purge(long auditId) {
        return console.purge(auditId);
    }

    /// Gives every incident a lower `updated_id`, in the same order, as a migration would.
    public void renumber() {
        console.renumber();
    }

    /// Forgets what happened to incidents since the start, as restoring a backup would; `updated_id`s are given again.
    public void rewind() {
        console.rewind();
    }

    /// Forgets audit records above an id; their ids are given again, to others.
    public void rewindAudit(long keep) {
        console.rewindAudit(keep);
    }

    /// A device is heard of no more, or again.
    public boolean device(String id, boolean live) {
        return console.live(id, live);
    }

    public boolean renameDevice(String id, String name) {
        return console.rename(id, name);
    }

    /// Gives a device another IP address.
    public boolean moveDevice(String id, String address) {
        return console.move(id, address);
    }

    /// Lets some things happen, one after another, that would else happen in their time.
    public void live(int steps) {
        life.live(steps);
    }

    public void fault(Fault fault) {
        faults.add(fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    /// Lets something happen just before a request of the API is answered.
    ///
    /// @param number which of the requests from now on, from 1
    /// @param path only requests whose path contains it count
    public void before(int number, String path, Runnable act) {
        interludes.add(number, path, act);
    }

    /// From now on it accepts this token and no other.
    public void rotateToken(String token) {
        api.rotateToken(token);
    }

    /// Ends all connections and answers nobody; what it holds stays.
    public void down() throws IOException {
        port.close();
    }

    /// Answers again at the same port after it was [#down].
    public void up() throws IOException {
        port = HttpPort.open(port(), this::answer);
    }

    /// Sets a switch by its name in kebab-case.
    public void set(String name, String value) {
        console.change(switches -> switches.with(name, value));
    }

    /// Refuses all cursors that were given out so far.
    public void expireCursors() {
        cursors.expire();
    }

    /// The ids of all incidents that can be seen, by ascending `updated_id`.
    public Stream<String> incidentIds() {
        Iterator<Incident> all = console.incidents().ascending(0);
        Iterable<Incident> iterable = () -> all;
        return StreamSupport.stream(iterable.spliterator(), false).map(Incident::id);
    }

    /// The greatest `updated_id` that can be seen.
    public long maxUpdatedId() {
        return console.incidents().maxUpdatedId();
    }

    /// How many incidents can be seen.
    public int incidents() {
        return console.incidents().size();
    }

    /// The ids of all devices.
    public List<String> deviceIds() {
        return console.devices().stream().map(device -> device.bird().nodeId()).toList();
    }

    /// How many changes have an id but cannot be seen yet.
    public int hidden() {
        return console.hidden();
    }

    /// Ends its life, then all connections.
    @Override
    public void close() throws IOException {
        life.close();
        port.close();
    }
}
