// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.Places;
import dev.birdsong.consolesimulator.settings.Switches;

/// A device while it is written.
record DeviceView(Device device, Switches switches) {

    String place() {
        return Places.of(device.bird());
    }

    long uptime() {
        return Math.max(0, device.lastSeen() - device.bootedAt());
    }

    /// The up-time in words, in its largest unit.
    String uptimeAge() {
        long seconds = uptime();
        if (seconds >= 7 * 86_400) {
            return counted(seconds / (7 * 86_400), "week");
        }
        if (seconds >= 86_400) {
            return counted(seconds / 86_400, "day");
        }
        return seconds >= 3_600 ? counted(seconds / 3_600, "hour") : counted(seconds / 60, "minute");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    String macAddress() {
        var text = new StringBuilder("02");
        for (int i = 0; i < 5; i++) {
            int part = Draws.below(256, Draws.of(device.bird().draw(), 40 + i));
            text.append(part < 16 ? ":0" : ":").append(Integer.toHexString(part));
        }
        return text.toString();
    }

    String subnet() {
        return device.address().substring(0, device.address().lastIndexOf('.') + 1) + "0/24";
    }
}
