// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Pool;

/// What else is known of a bird.
public final class Places {

    private static final Pool PERSONALITIES = Pool.of("linux", "windows-server", "nas", "router", "printer", "plc");
    private static final Pool VERSIONS = Pool.of("3.11.2", "3.11.2", "3.10.0", "3.9.4");

    private Places() {}

    public static String of(Sensor.Bird bird) {
        return Words.PLACES.text(Draws.of(bird.draw(), 24));
    }

    public static String personality(Sensor.Bird bird) {
        return PERSONALITIES.text(Draws.of(bird.draw(), 25));
    }

    public static String version(Sensor.Bird bird) {
        return VERSIONS.text(Draws.of(bird.draw(), 26));
    }
}
