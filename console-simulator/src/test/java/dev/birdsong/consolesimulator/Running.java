// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import java.io.IOException;
import java.util.List;

/// A console that runs for one test, a client to it and the clock it goes by.
record Running(SimulatedConsole console, Client client, SettableClock clock) implements AutoCloseable {

    static Running of(ConsoleSettings settings) throws IOException {
        var clock = new SettableClock();
        SimulatedConsole console = SimulatedConsole.start(settings, clock);
        return new Running(console, new Client(console), clock);
    }

    /// A console of 50 incidents with switches set, given as names and values in turn.
    static Running with(String... switches) throws IOException {
        ConsoleSettings settings = ConsoleSettings.defaults()
                .withPopulation(Population.small().withIncidents(50).withAudit(45));
        for (int i = 0; i < switches.length; i += 2) {
            settings = settings.with(switches[i], switches[i + 1]);
        }
        return of(settings);
    }

    static Running empty() throws IOException {
        return of(ConsoleSettings.defaults().withPopulation(Population.empty()));
    }

    Json incidents(String query) throws IOException, InterruptedException {
        return client.json("/api/v1/incidents/all?" + query);
    }

    List<String> walk(int limit) throws IOException, InterruptedException {
        return client.walk("/api/v1/incidents/all", "?", limit).stream()
                .map(incident -> incident.at("id").text())
                .toList();
    }

    Json incident(String id) throws IOException, InterruptedException {
        return incidents("shrink=false").at("incidents").list().stream()
                .filter(incident -> incident.at("id").text().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not shown: " + id));
    }

    @Override
    public void close() throws IOException {
        client.close();
        console.close();
    }
}
