// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.record.FieldType;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What one end of a range means, by its field's type.
final class Bounds {

    /// Three digits of exponent are more than a number needs, and keep one from being written out at length.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");

    private final Values values;

    Bounds(Values values) {
        this.values = values;
    }

    /// The lower end; with a day it begins with it, or after it.
    Bound lower(String path, Word word, boolean inclusive) {
        return end(
                path,
                word,
                inclusive,
                span -> inclusive || span.isMoment() ? moment(span.from(), inclusive) : moment(span.until(), true));
    }

    /// The upper end; with a day it ends with it, or before it.
    Bound upper(String path, Word word, boolean inclusive) {
        return end(
                path,
                word,
                inclusive,
                span -> inclusive && !span.isMoment() ? moment(span.until(), false) : moment(span.from(), inclusive));
    }

    private Bound end(String path, Word word, boolean inclusive, Function<Span, Bound> ofTime) {
        if (word.isStar()) {
            return new Bound.Open();
        }
        return values.type(path) == FieldType.DATE ? ofTime.apply(values.span(word)) : at(path, word, inclusive);
    }

    private Bound at(String path, Word word, boolean inclusive) {
        if (word.wildcard()) {
            throw word.problem("the end of a range takes no wildcard; an open end is written *");
        }
        switch (values.type(path)) {
            case LONG, DOUBLE -> check(NUMBER.matcher(word.text()).matches(), word, "a number", path);
            case IP -> check(Addresses.parse(word.text()).isPresent(), word, "an IP address", path);
            case TEXT, BOOLEAN, DATE -> {}
        }
        return new Bound.At(word.text(), inclusive);
    }

    private static void check(boolean fits, Word word, String what, String path) {
        if (!fits) {
            throw word.problem(word.shown() + " is not " + what + ", as the values of " + path + " are");
        }
    }

    private static Bound moment(long millis, boolean inclusive) {
        return new Bound.At(Long.toString(millis), inclusive);
    }
}
