// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

/// What joins clauses: signs, or words in small or capital letters.
final class Operators {

    private final Cursor cursor;

    Operators(Cursor cursor) {
        this.cursor = cursor;
    }

    boolean takesOr() {
        return takes("||", "OR");
    }

    boolean takesAnd() {
        return takes("&&", "AND");
    }

    boolean takesNot() {
        return takesJoined("-") || takes("!", "NOT");
    }

    /// A plus says what is so anyway: that the clause must match.
    boolean takesPlus() {
        return takesJoined("+");
    }

    boolean looksAtOr() {
        return looksAt("||", "OR");
    }

    boolean looksAtJoin() {
        return looksAtOr() || looksAt("&&", "AND");
    }

    private boolean looksAt(String sign, String word) {
        int start = cursor.offset();
        boolean found = cursor.takes(sign) || cursor.takesWord(word);
        cursor.back(start);
        return found;
    }

    private boolean takes(String sign, String word) {
        int start = cursor.offset();
        boolean taken = cursor.takes(sign) || cursor.takesWord(word);
        if (taken && cursor.atClose()) {
            throw nothingFollows(start);
        }
        return taken;
    }

    private boolean takesJoined(String sign) {
        int start = cursor.offset();
        boolean taken = cursor.takes(sign);
        if (taken && (cursor.looksAtSpace() || cursor.atClose())) {
            throw nothingFollows(start);
        }
        return taken;
    }

    private QueryException nothingFollows(int start) {
        return cursor.problem(start, "nothing follows this operator; as a word to look for it is written in quotes");
    }
}
