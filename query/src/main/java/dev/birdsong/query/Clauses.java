// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads clauses and what joins them, by recursive descent; the path is that of the field whose values are read.
final class Clauses {

    private static final int MAX_DEPTH = 64;

    private final Cursor cursor;
    private final Operators operators;
    private final Leaves leaves;
    private int depth;

    Clauses(Cursor cursor, Values values) {
        this.cursor = cursor;
        this.operators = new Operators(cursor);
        this.leaves = new Leaves(cursor, values, this::group);
    }

    Query all() {
        cursor.skipSpace();
        if (cursor.atEnd()) {
            return new Query.Everything();
        }
        Query query = either(Query.ANY);
        if (!cursor.atEnd()) {
            throw cursor.problem("this parenthesis was never opened; one to look for is written \\)");
        }
        return query;
    }

    private Query either(String path) {
        List<Query> any = new ArrayList<>();
        do {
            any.add(both(path));
        } while (operators.takesOr());
        return any.size() == 1 ? any.getFirst() : new Query.Or(any);
    }

    private Query both(String path) {
        List<Query> all = new ArrayList<>();
        all.add(clause(path));
        while (!cursor.atClose() && !operators.looksAtOr()) {
            operators.takesAnd();
            all.add(clause(path));
        }
        return all.size() == 1 ? all.getFirst() : new Query.And(all);
    }

    private Query clause(String path) {
        cursor.skipSpace();
        if (operators.looksAtJoin()) {
            throw cursor.problem(
                    "AND and OR stand between two clauses; as words to look for they are written in quotes");
        }
        int start = cursor.offset();
        if (operators.takesNot()) {
            return new Query.Not(nested(start, () -> clause(path)));
        }
        operators.takesPlus();
        return path.equals(Query.ANY) ? leaves.clause() : leaves.value(path);
    }

    private Query group(String path) {
        int opened = cursor.offset();
        cursor.takes("(");
        if (cursor.atClose()) {
            throw cursor.problem(opened, "there is nothing in this parenthesis");
        }
        Query inside = nested(opened, () -> either(path));
        if (!cursor.takes(")")) {
            throw cursor.problem(opened, "this parenthesis is never closed; one to look for is written \\(");
        }
        return inside;
    }

    private Query nested(int start, Supplier<Query> inner) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw cursor.problem(start, "the query is nested deeper than " + MAX_DEPTH + " levels");
        }
        Query query = inner.get();
        depth--;
        return query;
    }
}
