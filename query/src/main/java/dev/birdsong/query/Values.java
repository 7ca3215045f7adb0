// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;

/// What a typed value means, by its field's type.
final class Values {

    private final Schema schema;
    private final Times times;

    Values(Schema schema, Times times) {
        this.schema = schema;
        this.times = times;
    }

    FieldType type(String path) {
        return schema.type(path).orElse(FieldType.TEXT);
    }

    Query of(String path, Word word) {
        if (word.isStar()) {
            return path.equals(Query.ANY) ? new Query.Everything() : new Query.Exists(path);
        }
        if (type(path) == FieldType.DATE) {
            return at(path, word);
        }
        return word.quoted() ? new Query.Text(path, word.text()) : unquoted(path, word);
    }

    /// The time that a word says.
    Span span(Word word) {
        if (word.wildcard()) {
            throw word.problem("a time takes no wildcard; a whole month is written 2026-11");
        }
        return times.span(word.text())
                .orElseThrow(() -> word.problem(word.shown()
                        + " is not a time; write 2026-11-24, 2026-11-24T10:00:00Z, now-5h or epoch milliseconds"));
    }

    private Query at(String path, Word word) {
        Span span = times.reachingNow(word.text(), span(word));
        Bound from = new Bound.At(Long.toString(span.from()), true);
        Bound to = span.isMoment() ? from : new Bound.At(Long.toString(span.until()), false);
        return new Query.Range(path, from, to);
    }

    private static Query unquoted(String path, Word word) {
        if (word.colonColumn() > 0 && !Addresses.mayHoldColons(word.text())) {
            throw new QueryException(
                    word.colonColumn(), "a second colon; put the value in quotes, or a backslash before the colon");
        }
        if (word.wildcard()) {
            return new Query.Wildcard(path, word.pattern());
        }
        return Networks.parse(word)
                .<Query>map(network -> new Query.InNetwork(path, network))
                .orElseGet(() -> new Query.Text(path, word.text()));
    }
}
