// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Draws ids: 128 random bits as 32 hexadecimal digits.
///
/// @param random hard to guess where ids must be
public record Ids(RandomGenerator random) {

    /// A new one.
    public String draw() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
