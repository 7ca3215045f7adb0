// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

import java.net.InetAddress;

/// All addresses that share their first bits, as `10.0.0.0/8` or `2001:db8::/32`.
///
/// @param address any address in it
/// @param prefix how many bits are shared, 0 to 32 or 128
public record Network(InetAddress address, int prefix) {

    public Network {
        int bits = address.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("a prefix of " + prefix + " is not between 0 and " + bits);
        }
    }

    /// Whether an address of the same family lies in it.
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        return mine.length == theirs.length && sharedBits(mine, theirs) >= prefix;
    }

    private static int sharedBits(byte[] one, byte[] other) {
        int bits = 0;
        for (int i = 0; i < one.length; i++) {
            int difference = (one[i] ^ other[i]) & 0xff;
            if (difference != 0) {
                return bits + Integer.numberOfLeadingZeros(difference) - (Integer.SIZE - Byte.SIZE);
            }
            bits += Byte.SIZE;
        }
        return bits;
    }
}
