// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

/// A group of birds and tokens.
public record Flock(String id, String name) {

    private static final Flock[] FLOCKS = {
        new Flock("flock:default", "Default Flock"),
        new Flock("flock:7c1f0a52b9d84e6fa3d05c1e88b2f417", "Head Office"),
        new Flock("flock:e20b93c64a7d41f59c86ab10d7f3352e", "Plant Floor"),
        new Flock("flock:58d6e1f7034c4b2a8e9f6c7d1a0b4493", "Cloud Estate")
    };

    static Flock pick(long draw) {
        return FLOCKS[Draws.below(FLOCKS.length, draw)];
    }
}
