// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

import java.util.ArrayList;
import java.util.List;

/// The words of a text, the same for every lake and every query.
public final class Words {

    private Words() {}

    /// The longest runs of letters and digits, in order, in lower case.
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.isLetterOrDigit(text.codePointAt(at))) {
                start = start < 0 ? at : start;
            } else if (start >= 0) {
                words.add(folded(text.substring(start, at)));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(folded(text.substring(start)));
        }
        return words;
    }

    /// The text in lower case, each code point by itself, so that a text's words are the same before and after.
    public static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
