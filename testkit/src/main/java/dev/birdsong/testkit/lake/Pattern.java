// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

/// A pattern of `*`, `?` and characters.
final class Pattern {

    private Pattern() {}

    static boolean matches(String pattern, String text) {
        var expression = new StringBuilder();
        for (int at = 0; at < pattern.length(); at += Character.charCount(pattern.codePointAt(at))) {
            int c = pattern.codePointAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                at++;
                expression.append(quoted(pattern.codePointAt(at)));
            } else {
                expression.append(c == '*' ? ".*" : c == '?' ? "." : quoted(c));
            }
        }
        return java.util.regex.Pattern.compile(expression.toString(), java.util.regex.Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private static String quoted(int c) {
        return java.util.regex.Pattern.quote(Character.toString(c));
    }
}
