// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The text of a leaf as it is looked for: in lower case, and cut where it is long.
public final class LeafText {

    /// Of a longer text only so many characters can be found by words, wildcards and ranges; all of it can be
    /// found as a whole. Of a longer path only so many characters count.
    public static final int LONGEST = 8_192;

    /// No text has more words than this, since two of them have something between them.
    public static final int MOST_WORDS = LONGEST / 2;

    private static final int HASH_CHARACTERS = 32;

    private LeafText() {}

    /// The whole text in lower case; of a long one its beginning, a NUL and a hash over all of it.
    public static String whole(String text) {
        String folded = Words.folded(text);
        return folded.length() <= LONGEST ? folded : beginning(folded) + '\0' + hash(folded);
    }

    /// The words of the text; of a long one those of its beginning.
    public static List<String> words(String text) {
        return Words.of(beginning(text));
    }

    /// As much of the text as counts; never half a character.
    public static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean split = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, split ? LONGEST - 1 : LONGEST);
    }

    private static String hash(String folded) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
