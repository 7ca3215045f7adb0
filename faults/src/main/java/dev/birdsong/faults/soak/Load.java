// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.soak;

import dev.birdsong.consolesimulator.SimulatedConsole;
import java.time.Duration;

/// Lets things happen at a console, so many a second, on a thread of its own until it is closed.
final class Load implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(100);

    private final SimulatedConsole console;
    private final double perSecond;
    private final Thread thread;
    private volatile boolean over;

    private Load(SimulatedConsole console, double perSecond) {
        this.console = console;
        this.perSecond = perSecond;
        this.thread = Thread.ofPlatform().name("load").unstarted(this::goOn);
    }

    static Load on(SimulatedConsole console, double perSecond) {
        Load load = new Load(console, perSecond);
        load.thread.start();
        return load;
    }

    private void goOn() {
        long began = System.nanoTime();
        long happened = 0;
        while (!over) {
            long wanted = (long) ((System.nanoTime() - began) / 1e9 * perSecond);
            console.live((int) (wanted - happened));
            happened = wanted;
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEAT);
        } catch (InterruptedException e) {
            over = true;
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
