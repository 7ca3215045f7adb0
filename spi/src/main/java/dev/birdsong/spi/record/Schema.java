// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The listed fields: those that can be sorted, compared and counted. Every other leaf of a document can be
/// searched by path and text, so that what an attacker sends cannot grow a lake's mapping.
public final class Schema {

    private final Map<String, Field> fields;

    private Schema(Map<String, Field> fields) {
        this.fields = fields;
    }

    /// A schema of these fields; of two with one path the first counts.
    public static Schema of(List<Field> fields) {
        Map<String, Field> byPath = new LinkedHashMap<>();
        fields.forEach(field -> byPath.putIfAbsent(field.path(), field));
        return new Schema(byPath);
    }

    /// These fields and more; of two with one path that of this schema counts.
    public Schema with(List<Field> more) {
        return of(Stream.concat(fields.values().stream(), more.stream()).toList());
    }

    /// The type of a listed field; `.keyword` at the end of a path is not part of it.
    public Optional<FieldType> type(String path) {
        return Optional.ofNullable(fields.get(plain(path))).map(Field::type);
    }

    /// The fields in the order they were listed.
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /// The path without `.keyword` at its end.
    public static String plain(String path) {
        return path.endsWith(".keyword") ? path.substring(0, path.length() - ".keyword".length()) : path;
    }
}
