// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Sensor.Bird;
import dev.birdsong.consolesimulator.population.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What has become of devices since the console was born. Not safe for use by several threads at once.
final class DeviceLedger {

    private final World world;
    private final boolean alive;
    private final Map<Integer, Device> changed = new HashMap<>();

    DeviceLedger(World world, boolean alive) {
        this.world = world;
        this.alive = alive;
    }

    List<Device> all(long now) {
        return IntStream.range(0, world.sensors().count())
                .mapToObj(number -> at(number, now))
                .toList();
    }

    private Device at(int number, long now) {
        Device device = latest(world.sensors().bird(number));
        return alive ? device.seen(now) : device;
    }

    private Device latest(Bird bird) {
        Device known = changed.get(bird.number());
        return known == null ? Device.born(bird, world.until()) : known;
    }

    Optional<Device> change(String id, UnaryOperator<Device> change) {
        Optional<Device> next = IntStream.range(0, world.sensors().count())
                .mapToObj(world.sensors()::bird)
                .filter(bird -> bird.nodeId().equals(id))
                .findFirst()
                .map(this::latest)
                .map(change);
        next.ifPresent(device -> changed.put(device.bird().number(), device));
        return next;
    }
}
