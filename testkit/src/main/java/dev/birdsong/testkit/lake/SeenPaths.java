// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SeenField;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names the paths of records.
final class SeenPaths {

    private SeenPaths() {}

    static SeenFields of(Schema schema, List<Stored> records) {
        Set<String> paths = new HashSet<>();
        for (Stored record : records) {
            InterflowFields.GIVEN_BY_LAKE.forEach(given -> paths.add(given.path()));
            record.leaves().stream()
                    .map(Leaves.Leaf::path)
                    .filter(path -> !path.isEmpty())
                    .forEach(paths::add);
        }
        List<SeenField> fields = paths.stream()
                .map(path -> field(schema, path))
                .sorted(Comparator.comparing(SeenField::listed).reversed())
                .limit(SearchLimits.PATHS)
                .sorted(Comparator.comparing(SeenField::path, Comparing::texts))
                .toList();
        return new SeenFields(fields, fields.size() == paths.size());
    }

    private static SeenField field(Schema schema, String path) {
        return schema.fields().stream().map(Field::path).anyMatch(path::equals)
                ? new SeenField(path, schema.type(path).orElseThrow(), true)
                : new SeenField(path, FieldType.TEXT, false);
    }
}
