// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Words;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Queries for what the lake itself adds to a record.
final class GivenFields {

    private static final Set<String> PATHS =
            InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_WORK = 100_000;

    private GivenFields() {}

    static boolean isGiven(String path) {
        return PATHS.contains(Schema.plain(path));
    }

    static boolean isText(String path) {
        return path.equals("_id") || path.equals("_index");
    }

    static Query text(String path, String text) {
        return switch (path) {
            case "_id" -> new TermQuery(new Term(Layout.ID, text));
            case "_index" ->
                SortedSetDocValuesField.newSlowExactQuery(Layout.INDEX_COLUMN, new BytesRef(Words.folded(text)));
            case "write_time" -> number(Layout.WRITE_TIME_COLUMN, text);
            default -> number(Layout.REVISION_COLUMN, text);
        };
    }

    private static Query number(String column, String text) {
        try {
            long number = Long.parseLong(text);
            return Long.toString(number).equals(text)
                    ? LongField.newExactQuery(column, number)
                    : new MatchNoDocsQuery("not written so");
        } catch (NumberFormatException _) {
            return new MatchNoDocsQuery("not a number");
        }
    }

    static Query wildcard(String path, String pattern) {
        return switch (path) {
            case "_id" -> new WildcardQuery(new Term(Layout.ID, pattern), MOST_WORK);
            case "_index" ->
                new WildcardQuery(
                        new Term(Layout.INDEX_COLUMN, Words.folded(pattern)),
                        MOST_WORK,
                        MultiTermQuery.DOC_VALUES_REWRITE);
            default -> new MatchNoDocsQuery("numbers match no wildcard");
        };
    }

    static Query range(String path, Bound from, Bound to) {
        if (path.equals("_id")) {
            return new TermRangeQuery(Layout.ID, bytes(from, false), bytes(to, false), includes(from), includes(to));
        }
        return SortedSetDocValuesField.newSlowRangeQuery(
                Layout.INDEX_COLUMN, bytes(from, true), bytes(to, true), includes(from), includes(to));
    }

    private static boolean includes(Bound bound) {
        return !(bound instanceof Bound.At(String _, boolean inclusive)) || inclusive;
    }

    /// Lucene takes no bound as null.
    private static @Nullable BytesRef bytes(Bound bound, boolean folded) {
        return switch (bound) {
            case Bound.Open() -> null;
            case Bound.At(String value, boolean _) -> new BytesRef(folded ? Words.folded(value) : value);
        };
    }
}
