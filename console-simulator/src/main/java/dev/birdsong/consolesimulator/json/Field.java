// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One member of a JSON object: its key, when it is there, and how its value is written.
public record Field<C>(String key, Predicate<C> when, Value<C> value) {

    /// Writes a value for what it is about.
    @FunctionalInterface
    public interface Value<C> {
        void write(JsonOut out, C about) throws IOException;
    }

    public static <C> Field<C> of(String key, Value<C> value) {
        return new Field<>(key, _ -> true, value);
    }

    /// A member that is null where there is no text.
    public static <C> Field<C> optional(String key, Function<C, Optional<String>> text) {
        return of(key, (out, about) -> {
            Optional<String> value = text.apply(about);
            if (value.isPresent()) {
                out.string(value.get());
            } else {
                out.nothing();
            }
        });
    }

    public static <C> Field<C> text(String key, Function<C, String> text) {
        return of(key, (out, about) -> out.string(text.apply(about)));
    }

    /// The same member, there only where `condition` holds.
    public Field<C> when(Predicate<C> condition) {
        return new Field<>(key, condition, value);
    }
}
