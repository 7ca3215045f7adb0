// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.util.ArrayList;
import java.util.List;

/// All that a simulated console is told at its start.
///
/// @param port the port on 127.0.0.1; 0 is any that is free
/// @param token the auth token that it accepts
/// @param rate how many things happen of themselves in a second; at 0 the console is static
/// @param faults how it misbehaves from the start
public record ConsoleSettings(
        int port, String token, Population population, double rate, Switches switches, List<Fault> faults) {

    public ConsoleSettings {
        faults = List.copyOf(faults);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
        if (!(rate >= 0 && rate <= 1_000)) {
            throw new IllegalArgumentException("rate must be 0 to 1000 a second");
        }
    }

    /// A small static console on any port, with the token `simulated-token`.
    public static ConsoleSettings defaults() {
        return new ConsoleSettings(0, "simulated-token", Population.small(), 0, Switches.documented(), List.of());
    }

    public ConsoleSettings withPort(int value) {
        return new ConsoleSettings(value, token, population, rate, switches, faults);
    }

    public ConsoleSettings withToken(String value) {
        return new ConsoleSettings(port, value, population, rate, switches, faults);
    }

    public ConsoleSettings withPopulation(Population value) {
        return new ConsoleSettings(port, token, value, rate, switches, faults);
    }

    public ConsoleSettings withRate(double value) {
        return new ConsoleSettings(port, token, population, value, switches, faults);
    }

    public ConsoleSettings withSwitches(Switches value) {
        return new ConsoleSettings(port, token, population, rate, value, faults);
    }

    /// These settings with one switch set from text, such as `page-order`, `descending`.
    public ConsoleSettings with(String name, String value) {
        return withSwitches(switches.with(name, value));
    }

    /// These settings with one fault more.
    public ConsoleSettings withFault(Fault fault) {
        var more = new ArrayList<>(faults);
        more.add(fault);
        return new ConsoleSettings(port, token, population, rate, switches, more);
    }

    /// Never tells the token.
    @Override
    public String toString() {
        return "ConsoleSettings[port=" + port + ", population=" + population + ", rate=" + rate + "]";
    }
}
