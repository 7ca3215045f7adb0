// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The two hashes by which the console names things.
public final class Hashes {

    private Hashes() {}

    /// The MD5 of an incident's id, in hex.
    public static String hashId(String incidentId) {
        return HexFormat.of().formatHex(digest("MD5", incidentId));
    }

    /// The first 24 hex digits of the SHA-256 of a node id.
    static String deviceHash(String nodeId) {
        return HexFormat.of().formatHex(digest("SHA-256", nodeId), 0, 12);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}
