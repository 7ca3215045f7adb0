// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.query.LeafText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// A path as the shared fields know it.
public final class Path {

    /// Bytes of a path's hash.
    public static final int HASH = 6;

    /// Ends a word in its term; no word contains it.
    static final byte END = 0;

    private Path() {}

    /// Stands for the path in terms: the beginning of its SHA-256. Two paths that share one would be searched
    /// together; nothing else would happen.
    public static byte[] hash(String path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest(path.getBytes(StandardCharsets.UTF_8)), HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The hash as a number.
    static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + HASH; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    static long number(byte[] hash) {
        return number(hash, 0);
    }

    static long number(String path) {
        return number(hash(path));
    }

    /// The path of a name below another path.
    static String below(String parent, String name) {
        return LeafText.beginning(parent.isEmpty() ? name : parent + '.' + name);
    }
}
