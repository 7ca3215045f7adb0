// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An order of records: the keys that were asked for, then `_id` upwards.
final class PlainOrder implements Comparator<Stored> {

    private final Schema schema;
    private final List<Sort> keys;

    PlainOrder(Schema schema, List<Sort> sort) {
        this.schema = schema;
        this.keys = new ArrayList<>(sort);
        keys.add(Sort.ascending("_id"));
        keys.forEach(this::type);
    }

    private FieldType type(Sort key) {
        return schema.type(key.field())
                .orElseThrow(() ->
                        new SearchRefusedException("cannot sort by " + key.field() + ": it is not a listed field"));
    }

    /// A record's place.
    List<SortValue> place(Stored record) {
        return keys.stream().map(key -> value(record, key)).toList();
    }

    private SortValue value(Stored record, Sort key) {
        FieldType type = type(key);
        Comparator<SortValue> order = (one, other) -> Comparing.values(type, one, other);
        return record.values(Schema.plain(key.field()), type).stream()
                .min(key.direction() == Sort.Direction.ASCENDING ? order : order.reversed())
                .orElseGet(SortValue.Missing::new);
    }

    /// Whether a place is one in this order.
    void check(List<SortValue> place) {
        if (!place.isEmpty() && place.size() != keys.size()) {
            throw new SearchRefusedException("search_after needs " + keys.size() + " values for this sort");
        }
    }

    /// Whether a record comes after a place; every record comes after none.
    boolean isAfter(Stored record, List<SortValue> place) {
        return place.isEmpty() || compare(place(record), place) > 0;
    }

    @Override
    public int compare(Stored one, Stored other) {
        return compare(place(one), place(other));
    }

    private int compare(List<SortValue> one, List<SortValue> other) {
        for (int i = 0; i < keys.size(); i++) {
            int order = Comparing.places(type(keys.get(i)), keys.get(i).direction(), one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
