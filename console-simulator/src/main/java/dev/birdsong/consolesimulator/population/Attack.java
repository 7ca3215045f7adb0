// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

/// What stays the same about an incident: who did what kind of thing to which sensor.
///
/// @param index which incident of this console, from 0
/// @param source the address it came from, blank where there is none
/// @param reverse the name of that address, blank where there is none
public record Attack(int index, long draw, Kind kind, Sensor sensor, String source, String reverse) {

    /// The incident's id, which tells when it was created.
    public String id(long created) {
        String from = kind.source() == Kind.Source.RESOLVER ? "" : ":" + source;
        return "incident:" + kind.idType() + ":" + sensor.deviceHash() + from + ":" + created;
    }

    /// The port that it came from; -1 for kinds that know none.
    public int sourcePort() {
        return switch (kind.source()) {
            case PEER, RESOLVER -> 1024 + Draws.below(64_000, Draws.of(draw, 5));
            case PORTLESS -> -1;
            case NONE -> 0;
        };
    }

    /// The port that was talked to; -1 for kinds that know none.
    public int port() {
        return kind.port();
    }

    /// How many seconds the sensor's own clock is behind.
    public int lag() {
        return Draws.below(10, Draws.of(draw, 6));
    }

    /// Whether somebody had looked at it before the console was born.
    public boolean acknowledged() {
        return Draws.below(100, Draws.of(draw, 7)) < 35;
    }

    boolean hostile() {
        return Draws.below(100, Draws.of(draw, 8)) < 10;
    }
}
