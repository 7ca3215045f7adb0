// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/// A JSON object as a table of its members, written in alphabetical order or in reverse.
public final class Shape<C> {

    private static final class Part<C> {
        private final Field<C> field;
        private final byte[] key;

        Part(Field<C> field) {
            this.field = field;
            key = (new String(Pool.encode(field.key()), US_ASCII) + ":").getBytes(US_ASCII);
        }
    }

    private final List<Part<C>> ascending;
    private final List<Part<C>> descending;

    private Shape(List<Field<C>> fields) {
        ascending = fields.stream()
                .sorted(Comparator.comparing(Field::key))
                .map(Part::new)
                .toList();
        descending = ascending.reversed();
    }

    public static <C> Shape<C> of(List<Field<C>> fields) {
        return new Shape<>(List.copyOf(fields));
    }

    public void write(JsonOut out, C about, KeyOrder order) throws IOException {
        out.raw('{');
        boolean first = true;
        for (Part<C> part : order == KeyOrder.ALPHABETICAL ? ascending : descending) {
            if (part.field.when().test(about)) {
                if (!first) {
                    out.raw(',');
                }
                first = false;
                out.raw(part.key);
                part.field.value().write(out, about);
            }
        }
        out.raw('}');
    }
}
