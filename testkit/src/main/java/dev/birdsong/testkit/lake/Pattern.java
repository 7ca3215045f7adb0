// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import java.util.stream.IntStream;

/// A pattern of `*`, `?` and characters; a backslash takes the next one as it is.
final class Pattern {

    private static final int MANY = -1;
    private static final int ONE = -2;

    private final int[] pattern;
    private final int[] text;

    private Pattern(int[] pattern, int[] text) {
        this.pattern = pattern;
        this.text = text;
    }

    static boolean matches(String pattern, String text) {
        return new Pattern(parsed(pattern), text.codePoints().toArray()).matches();
    }

    private static int[] parsed(String pattern) {
        int[] typed = pattern.codePoints().toArray();
        IntStream.Builder parsed = IntStream.builder();
        for (int at = 0; at < typed.length; at++) {
            if (typed[at] == '\\' && at + 1 < typed.length) {
                at++;
                parsed.add(typed[at]);
            } else {
                parsed.add(typed[at] == '*' ? MANY : typed[at] == '?' ? ONE : typed[at]);
            }
        }
        return parsed.build().toArray();
    }

    /// Goes back only to the last `*`, which takes one more character each time.
    private boolean matches() {
        int at = 0;
        int next = 0;
        int star = -1;
        int taken = 0;
        while (at < text.length) {
            if (next < pattern.length && pattern[next] == MANY) {
                star = next++;
                taken = at;
            } else if (next < pattern.length && (pattern[next] == ONE || pattern[next] == text[at])) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        return IntStream.range(next, pattern.length).allMatch(rest -> pattern[rest] == MANY);
    }
}
