// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Schema;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads one clause that nothing joins: a field and its value, or a value alone.
final class Leaves {

    private static final int MAX_CLAUSES = 1_024;
    private static final Pattern CLOSED = Pattern.compile("\\)*");

    private final Cursor cursor;
    private final Values values;
    private final Ranges ranges;
    private final Function<String, Query> group;
    private int clauses;

    Leaves(Cursor cursor, Values values, Function<String, Query> group) {
        this.cursor = cursor;
        this.values = values;
        this.ranges = new Ranges(cursor, values);
        this.group = group;
    }

    /// A clause outside the values of a field.
    Query clause() {
        int start = cursor.offset();
        if (ranges.comeNext()) {
            throw cursor.problem("a range needs a field before it, as in dstport:>1024");
        }
        if (cursor.looksAt("(") || cursor.looksAt("\"")) {
            return value(Query.ANY);
        }
        refuseRegularExpression();
        Word whole = cursor.word();
        cursor.back(start);
        return whole.colonColumn() == 0 || Addresses.isAddress(whole.text()) ? value(Query.ANY) : named(cursor.name());
    }

    /// One value of a field, or a group of them.
    Query value(String path) {
        if (cursor.looksAt("(")) {
            return group.apply(path);
        }
        count();
        if (ranges.comeNext()) {
            return ranges.next(path);
        }
        refuseRegularExpression();
        return values.of(path, cursor.looksAt("\"") ? phrase() : word());
    }

    private Query named(Word name) {
        if (name.isEmpty()) {
            throw name.problem("a field name is missing before the colon");
        }
        if (name.wildcard() && !name.isStar()) {
            throw name.problem("a field name takes no wildcard; without a field all of them are searched");
        }
        cursor.takes(":");
        skipToValueOf(name);
        return name.text().equals("_exists_") ? exists() : value(Schema.plain(name.text()));
    }

    private void skipToValueOf(Word name) {
        int colon = cursor.offset();
        boolean apart = cursor.looksAtSpace();
        if (cursor.atClose() || (apart && operatorComesNext())) {
            throw cursor.problem(colon, "a value is missing after " + name.shown() + "; any value is written *");
        }
    }

    private boolean operatorComesNext() {
        int start = cursor.offset();
        boolean found = cursor.takesWord("AND") || cursor.takesWord("OR") || cursor.takesWord("NOT");
        cursor.back(start);
        return found;
    }

    private Query exists() {
        count();
        Word field = cursor.looksAt("\"") ? phrase() : cursor.word();
        if (field.text().isEmpty() || (field.wildcard() && !field.isStar())) {
            throw field.problem("_exists_ takes the name of one field");
        }
        return field.isStar() ? new Query.Everything() : new Query.Exists(Schema.plain(field.text()));
    }

    private Word phrase() {
        Word phrase = cursor.phrase();
        if (cursor.looksAt("~") || cursor.looksAt("^")) {
            throw cursor.problem("words near each other (~) and weights (^) are not supported");
        }
        if (cursor.looksAt(":")) {
            throw phrase.problem("a field name is not quoted; a space in it follows a backslash");
        }
        return phrase;
    }

    private Word word() {
        Word word = cursor.word();
        if (word.isEmpty()) {
            throw word.problem("this bracket does not belong here; one to look for follows a backslash");
        }
        return word;
    }

    private void count() {
        clauses++;
        if (clauses > MAX_CLAUSES) {
            throw cursor.problem("a query has at most 1,024 clauses");
        }
    }

    private void refuseRegularExpression() {
        String run = cursor.looksAt("/") ? cursor.run() : "";
        int end = run.lastIndexOf('/');
        if (end > 0 && CLOSED.matcher(run).region(end + 1, run.length()).matches()) {
            throw cursor.problem("regular expressions are not supported; a path is written in quotes");
        }
    }
}
