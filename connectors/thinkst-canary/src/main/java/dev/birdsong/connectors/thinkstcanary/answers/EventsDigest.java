// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Hashes of the events that an incident shows, to know them again.
final class EventsDigest {

    private final MessageDigest inOrder = Hash.sha256();
    private Hash sum = Hash.ZERO;

    void add(Hash fingerprint) {
        sum = sum.plus(fingerprint);
        inOrder.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(fingerprint.high())
                .putLong(fingerprint.low())
                .flip());
    }

    /// The same whatever their order: the sum of their fingerprints.
    String digest() {
        return sum.text();
    }

    /// The same in the same order only. Ends this.
    String order() {
        return Hash.end(inOrder).text();
    }
}
