// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A hash of 128 bits: the first half of SHA-256.
record Hash(long high, long low) {

    static final Hash ZERO = new Hash(0, 0);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Ends the digest, which can be used again.
    static Hash end(MessageDigest digest) {
        ByteBuffer bits = ByteBuffer.wrap(digest.digest());
        return new Hash(bits.getLong(), bits.getLong());
    }

    /// Both as one number of 128 bits, added.
    Hash plus(Hash more) {
        long sum = low + more.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Hash(high + more.high + carry, sum);
    }

    /// As text that is safe in a URL.
    String text() {
        byte[] bits =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    void write(Bytes into) {
        into.addLong(high).addLong(low);
    }
}
