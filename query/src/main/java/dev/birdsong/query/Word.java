// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

/// A run of characters that was typed, its escapes resolved.
///
/// @param text the characters as they are meant
/// @param pattern the same as a wildcard pattern
/// @param wildcard whether the pattern has `*` or `?` that were not escaped
/// @param quoted whether it stood in quotes
/// @param column where it begins
/// @param colonColumn where its first colon is that was not escaped, or 0
record Word(String text, String pattern, boolean wildcard, boolean quoted, int column, int colonColumn) {

    private static final int SHOWN = 40;

    boolean isStar() {
        return wildcard && "*".equals(pattern);
    }

    boolean isEmpty() {
        return text.isEmpty() && !quoted;
    }

    QueryException problem(String reason) {
        return new QueryException(column, reason);
    }

    /// Its beginning on one line, for a message.
    String shown() {
        String line = text.replaceAll("[\\p{Cntrl}\\s]", " ");
        int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        return "'" + line.substring(0, end) + (end < line.length() ? "..." : "") + "'";
    }
}
