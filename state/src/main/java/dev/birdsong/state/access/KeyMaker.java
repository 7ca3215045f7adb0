// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.connector.Secret;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Draws API keys: 256 random bits behind a prefix by which scanners for secrets know them.
///
/// @param random hard to guess
public record KeyMaker(RandomGenerator random) {

    /// Begins every key.
    public static final String PREFIX = "bsk_";

    /// A new one.
    public Secret draw() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
