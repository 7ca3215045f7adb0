// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.record.Document;
import java.util.List;

/// A record that was found.
///
/// @param index the name of its partition, `_index`
/// @param id its `_id`
/// @param document the record, with `_id`, `_index`, `write_time` and `revision`
/// @param sort its place in the order that was asked for, the tie-breaking `_id` last
public record Hit(String index, String id, Document document, List<SortValue> sort) {

    public Hit {
        sort = List.copyOf(sort);
    }
}
