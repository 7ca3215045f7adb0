// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.life;

import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.population.Kinds;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Lets things happen at a console: attacks come in and grow, somebody looks at them, tokens are looked up, birds fall
/// silent and come back, users sign in. What happens follows from a seed; when it happens, from the rate.
public final class Life implements AutoCloseable {

    private static final int HORIZON = 60;
    private static final int RECENT = 200;
    private static final int DISCONNECTED = 1004;

    private record Lookup(String incident, long due) {}

    private final Console console;
    private final double rate;
    private final SplittableRandom random;
    private final Deque<Incident> recent = new ArrayDeque<>();
    private final Deque<Lookup> lookups = new ArrayDeque<>();
    private long silentAt;
    private volatile boolean over;
    private Optional<Thread> thread = Optional.empty();

    public Life(Console console, double rate, long seed) {
        this.console = console;
        this.rate = rate;
        random = new SplittableRandom(seed + 1);
    }

    /// Begins, on a thread of its own, unless the rate is 0.
    public void begin() {
        if (rate > 0) {
            thread = Optional.of(Thread.ofVirtual().name("console-life").start(this::goOn));
        }
    }

    private void goOn() {
        try {
            while (!over) {
                Thread.sleep(Duration.ofNanos((long) (1_000_000_000 / rate)));
                live(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets some things happen, one after another.
    public synchronized void live(int steps) {
        for (int i = 0; i < steps; i++) {
            lookUp();
            step();
        }
    }

    private void step() {
        int what = random.nextInt(100);
        if (what < 45 || recent.isEmpty()) {
            attacked();
        } else if (what < 75) {
            grown();
        } else if (what < 87) {
            console.acknowledge(anyRecent().id(), true);
        } else if (what < 97) {
            console.act(Optional.empty());
        } else {
            silentOrBack();
        }
    }

    private long now() {
        return console.clock().instant().getEpochSecond();
    }

    private void attacked() {
        Incident incident = console.attack(Optional.empty());
        recent.addLast(incident);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        if (incident.ofToken()) {
            lookups.addLast(new Lookup(incident.id(), now() + 3 + random.nextInt(5)));
        }
    }

    private Incident anyRecent() {
        return List.copyOf(recent).get(random.nextInt(recent.size()));
    }

    private void grown() {
        List<Incident> growing = new ArrayList<>(recent);
        growing.removeIf(incident ->
                incident.created() < now() - HORIZON || incident.attack().kind().eventless());
        if (growing.isEmpty()) {
            attacked();
            return;
        }
        Incident incident = growing.get(random.nextInt(growing.size()));
        if (random.nextInt(10) == 0) {
            console.repeat(incident.id());
        } else {
            console.append(incident.id(), 1 + random.nextInt(3));
        }
    }

    /// Once a second at most: an incident that says so is known by its bird and its second, and there are few birds.
    private void silentOrBack() {
        if (silentAt == now()) {
            console.act(Optional.empty());
            return;
        }
        silentAt = now();
        List<Device> devices = console.devices();
        Device device = devices.get(random.nextInt(devices.size()));
        console.live(device.bird().nodeId(), !device.live());
        if (device.live()) {
            console.attack(Optional.of(Kinds.of(DISCONNECTED)));
        }
    }

    private void lookUp() {
        while (!lookups.isEmpty() && lookups.peekFirst().due() <= now()) {
            console.enrich(lookups.removeFirst().incident());
        }
    }

    @Override
    public void close() {
        over = true;
        thread.ifPresent(Thread::interrupt);
    }
}
