// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.KeyOrder;

/// One event of an attack, while it is written: everything in it follows from its draw.
///
/// @param time epoch seconds
/// @param enriched whether the console has looked up the source since
/// @param hostile whether this console shows hostile content
public record Event(Attack attack, long draw, long time, boolean enriched, boolean hostile, KeyOrder order) {

    long draw(String key) {
        return Draws.of(draw, key.hashCode());
    }

    /// A draw that is the same for all events of an attack.
    long attackDraw(String key) {
        return Draws.of(attack.draw(), key.hashCode());
    }

    /// A draw that is the same for all events from one source.
    long sourceDraw() {
        return Draws.of(attack.source().hashCode(), 16);
    }

    boolean hurts(long keyDraw) {
        return hostile && attack.hostile() && Draws.below(3, Draws.of(keyDraw, 77)) == 0;
    }
}
