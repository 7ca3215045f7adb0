// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Reads one word and resolves its escapes. A backslash before a letter or digit stands for itself, so that
/// `CORP\admin` and `C:\Users` mean what they look like; before anything else it takes that as it is.
final class WordScan {

    private static final Pattern SUFFIX = Pattern.compile("~[\\d.]*+|\\^[\\d.]++");

    private final String text;
    private final int start;
    private final int column;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean wildcard;
    private int colon = -1;
    private int suffix = -1;

    WordScan(String text, int start, int column) {
        this.text = text;
        this.start = start;
        this.column = column;
    }

    /// Reads up to the end of the text, or to where the word ends.
    int until(IntPredicate ends) {
        int at = start;
        while (at < text.length() && !ends.test(at)) {
            if (escapes(at)) {
                at++;
                literal(text.charAt(at));
            } else {
                typed(text.charAt(at), at);
            }
            at++;
        }
        return at;
    }

    /// What was read, as it stood in quotes.
    Word phrase() {
        return new Word(plain.toString(), pattern.toString(), false, true, column, 0);
    }

    /// What was read, up to `end`, as it stood without quotes.
    Word word(int end) {
        if (suffix > start && SUFFIX.matcher(text).region(suffix, end).matches()) {
            throw new QueryException(
                    columnAt(suffix),
                    "similar words (~) and weights (^) are not supported; "
                            + "to look for the sign put the value in quotes");
        }
        return new Word(plain.toString(), pattern.toString(), wildcard, false, column, colon < 0 ? 0 : columnAt(colon));
    }

    private int columnAt(int offset) {
        return column + text.codePointCount(start, offset);
    }

    private boolean escapes(int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private void typed(char c, int at) {
        if (c == '*' || c == '?') {
            wildcard = true;
            plain.append(c);
            pattern.append(c);
            return;
        }
        colon = c == ':' && colon < 0 ? at : colon;
        suffix = c == '~' || c == '^' ? at : suffix;
        literal(c);
    }

    private void literal(char c) {
        plain.append(c);
        pattern.append(c == '*' || c == '?' || c == '\\' ? "\\" : "").append(c);
    }
}
