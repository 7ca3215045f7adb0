// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.consolesimulator.settings.Population;
import picocli.CommandLine.Option;

/// What a simulated console is born with.
final class PopulationOptions {

    @Option(names = "--incidents", defaultValue = "1000", description = "How many incidents: ${DEFAULT-VALUE}.")
    private int incidents;

    @Option(names = "--events", defaultValue = "3", description = "Events of each incident: ${DEFAULT-VALUE}.")
    private int events;

    @Option(names = "--devices", defaultValue = "25", description = "How many birds: ${DEFAULT-VALUE}.")
    private int devices;

    @Option(names = "--audit", defaultValue = "500", description = "How many audit records: ${DEFAULT-VALUE}.")
    private int audit;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same records: ${DEFAULT-VALUE}.")
    private long seed;

    Population population() {
        return Population.small()
                .withIncidents(incidents)
                .withEvents(events)
                .withDevices(devices)
                .withAudit(audit)
                .withSeed(seed);
    }
}
