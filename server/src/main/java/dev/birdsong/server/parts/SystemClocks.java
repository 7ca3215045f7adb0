// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.spi.connector.Connection.Time;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/// The machine's clocks.
public final class SystemClocks {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private SystemClocks() {}

    static Time time() {
        return new Time(Clock.systemUTC(), new SinceBoot(session()));
    }

    private record SinceBoot(String session) implements MonotonicClock {

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    /// On Linux, `System.nanoTime` counts from the boot in every process, so that readings can be compared between
    /// processes of one boot. Elsewhere only within this process.
    private static String session() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException notLinux) {
            return UUID.randomUUID().toString();
        }
    }
}
