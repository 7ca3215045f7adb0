// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

/// A field and a value of it, as people type it into a query.
record Clause(String text) {

    /// A value longer than this is no longer typed.
    private static final int LONGEST = 500;

    /// Records with this value.
    static Clause of(String path, String value) {
        return new Clause(path.replaceAll("[^\\w.$-]", "\\\\$0") + ":" + quoted(value));
    }

    /// Records without it.
    Clause not() {
        return new Clause("NOT " + text);
    }

    /// Whether it is short enough to be a part of an address.
    boolean fits() {
        return text.length() <= LONGEST;
    }

    /// A query that wants this too.
    String in(String query) {
        String asked = query.strip();
        if (asked.isEmpty() || asked.equals("*")) {
            return text;
        }
        if (asked.endsWith(text) && !asked.endsWith("NOT " + text)) {
            return asked;
        }
        return (asked.matches("(?is).*\\bOR\\b.*") && !isGrouped(asked) ? "(" + asked + ")" : asked) + " AND " + text;
    }

    /// Whether what was typed first is one group, to which only more was joined by AND.
    private static boolean isGrouped(String query) {
        int close = query.indexOf(')');
        return query.startsWith("(")
                && query.indexOf('(', 1) < 0
                && close > 0
                && !query.substring(close).matches("(?is).*\\bOR\\b.*");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
