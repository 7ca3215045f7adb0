// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Gives records their ids: the same thing at the same source always has the same one.
public final class RecordId {

    /// Grows when the way identities are made changes; part of every id.
    private static final String SCHEME = "1";

    private static final int BYTES = 16;

    private RecordId() {}

    /// A 128-bit hash, as 22 characters that are safe in a URL, over the scheme, the tenant, the source, the
    /// kind of record and what tells this record from others of its kind. Each part is length-prefixed, so
    /// that no two lists of parts give the same bytes.
    public static String of(Origin origin, String kind, String... identity) {
        MessageDigest digest = sha256();
        add(digest, SCHEME);
        add(digest, origin.tenantId());
        add(digest, origin.sourceKey());
        add(digest, kind);
        for (String part : identity) {
            add(digest, part);
        }
        return encoded(digest);
    }

    /// The first 128 bits of a finished SHA-256, as 22 characters that are safe in a URL.
    public static String encoded(MessageDigest digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
