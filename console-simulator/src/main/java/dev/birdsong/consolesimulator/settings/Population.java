// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How much the console is born with. The same seed and the same `until` give the same records.
///
/// @param incidents how many incidents
/// @param events how many events each incident has, those kinds excepted that have none
/// @param devices how many birds; there are as many tokens of each kind
/// @param audit how many audit records
/// @param span over which time they are spread, at least a second for each incident
/// @param until the newest of them; the time of the start where empty
public record Population(
        int incidents, int events, int devices, int audit, long seed, Duration span, Optional<Instant> until) {

    public Population {
        require(incidents >= 0 && incidents <= 50_000_000, "incidents must be 0 to 50,000,000");
        require(events >= 0 && events <= 1_000_000, "events must be 0 to 1,000,000 for each incident");
        require(devices >= 1 && devices <= 100_000, "devices must be 1 to 100,000");
        require(audit >= 0 && audit <= 50_000_000, "audit must be 0 to 50,000,000");
        require(span.isPositive(), "span must be longer than nothing");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /// A small customer's month.
    public static Population small() {
        return new Population(1_000, 3, 25, 500, 1, Duration.ofDays(30), Optional.empty());
    }

    public static Population empty() {
        return new Population(0, 3, 1, 0, 1, Duration.ofDays(30), Optional.empty());
    }

    public Population withIncidents(int count) {
        return new Population(count, events, devices, audit, seed, span, until);
    }

    public Population withEvents(int count) {
        return new Population(incidents, count, devices, audit, seed, span, until);
    }

    public Population withDevices(int count) {
        return new Population(incidents, events, count, audit, seed, span, until);
    }

    public Population withAudit(int count) {
        return new Population(incidents, events, devices, count, seed, span, until);
    }

    public Population withSeed(long value) {
        return new Population(incidents, events, devices, audit, value, span, until);
    }

    public Population withSpan(Duration value) {
        return new Population(incidents, events, devices, audit, seed, value, until);
    }

    public Population withUntil(Instant value) {
        return new Population(incidents, events, devices, audit, seed, span, Optional.of(value));
    }
}
