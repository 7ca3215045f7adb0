// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

/// The text of a query, read from left to right.
final class Cursor {

    private static final String DELIMITERS = "()[]{}\"";

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int offset() {
        return at;
    }

    void back(int offset) {
        at = offset;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean looksAt(String what) {
        return text.startsWith(what, at);
    }

    boolean looksAtSpace() {
        return !atEnd() && isSpace(text.charAt(at));
    }

    /// Goes past `what` if it comes next.
    boolean takes(String what) {
        boolean found = looksAt(what);
        at += found ? what.length() : 0;
        return found;
    }

    /// Goes past a word, in small or capital letters, if it comes next and nothing is joined to it.
    boolean takesWord(String word) {
        boolean found = text.regionMatches(true, at, word, 0, word.length()) && isBoundary(at + word.length());
        at += found ? word.length() : 0;
        return found;
    }

    void skipSpace() {
        while (looksAtSpace()) {
            at++;
        }
    }

    /// Skips white space; whether what is read ends there.
    boolean atClose() {
        skipSpace();
        return atEnd() || looksAt(")");
    }

    /// What comes next, up to white space.
    String run() {
        int end = at;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /// The word that comes next, colons and all; empty where none does.
    Word word() {
        WordScan scan = new WordScan(text, at, columnAt(at));
        at = scan.until(this::isBoundary);
        return scan.word(at);
    }

    /// The word that comes next, up to a colon.
    Word name() {
        WordScan scan = new WordScan(text, at, columnAt(at));
        at = scan.until(end -> isBoundary(end) || text.charAt(end) == ':');
        return scan.word(at);
    }

    /// What stands in quotes; the opening one comes next.
    Word phrase() {
        int opened = at;
        WordScan scan = new WordScan(text, at + 1, columnAt(opened));
        at = scan.until(end -> text.charAt(end) == '"');
        if (atEnd()) {
            throw problem(opened, "this quote is never closed; a quote that is meant as such is written \\\"");
        }
        at++;
        return scan.phrase();
    }

    QueryException problem(String reason) {
        return problem(at, reason);
    }

    QueryException problem(int offset, String reason) {
        return new QueryException(columnAt(offset), reason);
    }

    private int columnAt(int offset) {
        return text.codePointCount(0, offset) + 1;
    }

    private boolean isBoundary(int offset) {
        return offset == text.length() || isSpace(text.charAt(offset)) || DELIMITERS.indexOf(text.charAt(offset)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
