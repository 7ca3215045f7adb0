// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;

/// Reads a range: in brackets with two ends, or a comparison with one.
final class Ranges {

    private final Cursor cursor;
    private final Bounds bounds;

    Ranges(Cursor cursor, Values values) {
        this.cursor = cursor;
        this.bounds = new Bounds(values);
    }

    boolean comeNext() {
        return cursor.looksAt("[") || cursor.looksAt("{") || cursor.looksAt(">") || cursor.looksAt("<");
    }

    Query next(String path) {
        return cursor.looksAt("[") || cursor.looksAt("{") ? bracketed(path) : comparison(path);
    }

    private Query bracketed(String path) {
        int start = cursor.offset();
        boolean withFirst = cursor.takes("[") || !cursor.takes("{");
        Bound from = bounds.lower(path, end(start), withFirst);
        cursor.skipSpace();
        if (!cursor.takesWord("TO")) {
            throw malformed(start);
        }
        Word last = end(start);
        cursor.skipSpace();
        boolean withLast = cursor.takes("]");
        if (!withLast && !cursor.takes("}")) {
            throw malformed(start);
        }
        return between(path, from, bounds.upper(path, last, withLast));
    }

    private Query comparison(String path) {
        int start = cursor.offset();
        boolean above = cursor.takes(">");
        if (!above) {
            cursor.takes("<");
        }
        boolean inclusive = cursor.takes("=");
        Word end = end(start);
        return above
                ? between(path, bounds.lower(path, end, inclusive), new Bound.Open())
                : between(path, new Bound.Open(), bounds.upper(path, end, inclusive));
    }

    private Word end(int start) {
        cursor.skipSpace();
        Word end = cursor.looksAt("\"") ? cursor.phrase() : cursor.word();
        if (end.isEmpty()) {
            throw malformed(start);
        }
        return end;
    }

    private QueryException malformed(int start) {
        return cursor.problem(start, "a range is written [a TO b], {a TO b}, >a, >=a, <b or <=b");
    }

    private static Query between(String path, Bound from, Bound to) {
        return from instanceof Bound.Open && to instanceof Bound.Open
                ? new Query.Exists(path)
                : new Query.Range(path, from, to);
    }
}
