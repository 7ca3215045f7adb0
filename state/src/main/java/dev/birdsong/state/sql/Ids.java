// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Draws ids: 48 bits of time and 80 random bits, as 32 hexadecimal digits. Those drawn one after the other stand
/// beside
/// each other in the database's indexes, which is why writing many is fast.
///
/// @param random hard to guess where ids must be
public record Ids(RandomGenerator random, InstantSource clock) {

    /// A new one.
    public String draw() {
        byte[] bits = new byte[10];
        random.nextBytes(bits);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(clock.millis(), 12) + hex.formatHex(bits);
    }
}
