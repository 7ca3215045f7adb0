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

    boolean hurts(long keyDraw) {
        return hostile && attack.hostile() && Draws.below(3, Draws.of(keyDraw, 77)) == 0;
    }
}
