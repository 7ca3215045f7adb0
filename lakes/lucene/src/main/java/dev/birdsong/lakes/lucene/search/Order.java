// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/// An order of hits: the keys that were asked for, then `_id` upwards.
final class Order {

    private final List<OrderKey> keys;
    private final boolean newestFirst;

    private Order(List<OrderKey> keys, boolean newestFirst) {
        this.keys = keys;
        this.newestFirst = newestFirst;
    }

    /// @throws SearchRefusedException if a field is not listed
    static Order of(List<Sort> sort, Schema schema) {
        List<OrderKey> keys = new ArrayList<>();
        sort.forEach(key -> keys.add(OrderKey.of(key, schema)));
        keys.add(OrderKey.ID);
        boolean newestFirst = !sort.isEmpty()
                && keys.getFirst().column().equals(Layout.TIMESTAMP_COLUMN)
                && sort.getFirst().direction() == Sort.Direction.DESCENDING;
        return new Order(keys, newestFirst);
    }

    /// Whether hits come in the order of the index.
    boolean isNewestFirst() {
        return newestFirst;
    }

    org.apache.lucene.search.Sort lucene() {
        return new org.apache.lucene.search.Sort(
                keys.stream().map(OrderKey::lucene).toArray(SortField[]::new));
    }

    /// A hit's place as Lucene found it.
    List<SortValue> values(@Nullable Object[] fields) {
        List<SortValue> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).value(fields[i]));
        }
        return values;
    }

    /// The place after which hits are wanted.
    ///
    /// @throws SearchRefusedException if it is not a place in this order
    FieldDoc after(List<SortValue> place) {
        if (place.size() != keys.size()) {
            throw new SearchRefusedException("search_after needs " + keys.size()
                    + " values for this sort, the last an _id, not " + place.size());
        }
        var fields = new @Nullable Object[keys.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = keys.get(i).field(place.get(i));
        }
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
    }
}
