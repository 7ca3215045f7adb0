// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the newest record of each group.
final class Groups {

    private final Schema schema;
    private final List<String> by;
    private final PlainOrder newestFirst;

    Groups(Schema schema, Query.Latest groups) {
        this.schema = schema;
        this.by = groups.by().stream().map(Schema::plain).toList();
        this.newestFirst = new PlainOrder(
                schema, groups.newest().stream().map(Sort::descending).toList());
    }

    Set<Stored> newest(List<Stored> records) {
        Map<List<SortValue>, Stored> newest = new HashMap<>();
        records.forEach(record -> {
            List<SortValue> group =
                    by.stream().flatMap(field -> lowest(record, field).stream()).toList();
            if (group.size() == by.size()) {
                newest.merge(group, record, (one, other) -> newestFirst.compare(one, other) <= 0 ? one : other);
            }
        });
        return new HashSet<>(newest.values());
    }

    private Optional<SortValue> lowest(Stored record, String field) {
        FieldType type = schema.type(field).orElseThrow();
        return record.values(field, type).stream().min((one, other) -> Comparing.values(type, one, other));
    }
}
