// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import java.time.Instant;
import java.time.InstantSource;

/// What a play begins with.
///
/// @param console how the console is at first
/// @param clock the console's
public record Scene(ConsoleSettings console, InstantSource clock) {

    private static final Instant UNTIL = Instant.parse("2026-11-20T12:00:00Z");

    /// A console of so many incidents and as many audit records, which shows a hundred at once.
    public static Scene of(int records) {
        Population population = Population.small()
                .withIncidents(records)
                .withEvents(2)
                .withAudit(records)
                .withDevices(10)
                .withUntil(UNTIL);
        return new Scene(
                ConsoleSettings.defaults().withPopulation(population).with("maximum-limit", "100"),
                InstantSource.system());
    }

    /// The same with a switch of the console set.
    public Scene with(String name, String value) {
        return new Scene(console.with(name, value), clock);
    }

    /// The same with another clock of the console.
    public Scene at(InstantSource other) {
        return new Scene(console, other);
    }
}
