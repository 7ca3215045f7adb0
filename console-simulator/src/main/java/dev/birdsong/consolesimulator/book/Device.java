// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.Sensor.Bird;

/// A bird as the console sees it now.
///
/// @param firstSeen epoch seconds
/// @param lastSeen epoch seconds
/// @param bootedAt when it started, in epoch seconds
public record Device(
        Bird bird, boolean live, long firstSeen, long lastSeen, long bootedAt, String name, String address) {

    private static final int DAY = 86_400;

    static Device born(Bird bird, long until) {
        boolean live = Draws.below(30, Draws.of(bird.draw(), 20)) != 0;
        long silence = live ? 0 : Draws.below(20 * DAY, Draws.of(bird.draw(), 21));
        long lastSeen = until - silence;
        long bootedAt = lastSeen - 60 - Draws.below(90 * DAY, Draws.of(bird.draw(), 22));
        return new Device(bird, live, until - 120L * DAY, lastSeen, bootedAt, bird.name(), bird.address());
    }

    Device dark(long now) {
        return new Device(bird, false, firstSeen, now, bootedAt, name, address);
    }

    Device back(long now) {
        return new Device(bird, true, firstSeen, now, now - 60, name, address);
    }

    Device seen(long now) {
        return new Device(bird, live, firstSeen, live ? now : lastSeen, bootedAt, name, address);
    }

    Device named(String other) {
        return new Device(bird, live, firstSeen, lastSeen, bootedAt, other, address);
    }

    Device moved(String other) {
        return new Device(bird, live, firstSeen, lastSeen, bootedAt, name, other);
    }
}
