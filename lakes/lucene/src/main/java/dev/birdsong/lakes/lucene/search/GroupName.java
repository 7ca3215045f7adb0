// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// What a group is called in all segments: 128 bits of a hash that nobody outside the process can foresee, so that
/// nobody
/// can make two groups share one.
final class GroupName {

    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    void add(BytesRef text) {
        long[] hash = StringHelper.murmurhash3_x64_128(text);
        add(hash[0], hash[1]);
    }

    void add(long number) {
        var bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number >>> (i * Byte.SIZE));
        }
        add(new BytesRef(bytes));
    }

    /// What comes later counts differently from what came before.
    private void add(long nextHigh, long nextLow) {
        high = Long.rotateLeft(high * 0x9e3779b97f4a7c15L, 31) + nextHigh;
        low = Long.rotateLeft(low * 0xc2b2ae3d27d4eb4fL, 29) + nextLow;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
