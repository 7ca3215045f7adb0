// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// What values mean by their field's type, for other ways to write a query. It is the same time for all of them.
public final class FieldValues {

    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{4}");

    private final Values values;
    private final Bounds bounds;

    public FieldValues(Schema schema, InstantSource now) {
        this.values = new Values(schema, new Times(now.instant()));
        this.bounds = new Bounds(values);
    }

    /// The type of a field; of one that is not listed: text.
    public FieldType type(String path) {
        return values.type(path);
    }

    /// Looks for a value: on dates a time, which may be as long as a day; on addresses one, or a network.
    ///
    /// @param number whether it is written as one: on a date milliseconds then, also four digits
    /// @throws QueryException if it does not fit the field
    public Query equal(String path, String text, boolean number) {
        Word word = word(path, text, number);
        if (type(path) == FieldType.IP && text.contains("/")) {
            return Networks.parse(word)
                    .<Query>map(network -> new Query.InNetwork(path, network))
                    .orElseGet(() -> values.of(path, word));
        }
        return values.of(path, word);
    }

    /// The lower end of a range.
    ///
    /// @throws QueryException if it does not fit the field
    public Bound lower(String path, String text, boolean number, boolean inclusive) {
        return bounds.lower(path, word(path, text, number), inclusive);
    }

    /// The upper end of a range.
    ///
    /// @throws QueryException if it does not fit the field
    public Bound upper(String path, String text, boolean number, boolean inclusive) {
        return bounds.upper(path, word(path, text, number), inclusive);
    }

    private Word word(String path, String text, boolean number) {
        boolean looksLikeYear = number && SHORT_NUMBER.matcher(text).matches();
        String meant = looksLikeYear && type(path) == FieldType.DATE ? "0" + text : text;
        return new Word(meant, meant, false, true, 1, 0);
    }
}
