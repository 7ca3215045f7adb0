// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is looked for, as it was typed.
///
/// @param queries all of which must match
/// @param after the place of the last hit of the page before, or empty
public record Asked(Set<Index> indices, List<String> queries, Sort sort, int size, List<SortValue> after) {

    public Asked {
        indices = Set.copyOf(indices);
        queries = List.copyOf(queries);
        after = List.copyOf(after);
    }

    /// The same, where this matches too.
    Asked and(String query) {
        List<String> all = new ArrayList<>(queries);
        all.add(query);
        return new Asked(indices, all, sort, size, after);
    }

    /// The same in another order, so many of it.
    Asked by(Sort order, int most) {
        return new Asked(indices, queries, order, most, List.of());
    }

    /// What comes next.
    Asked goingOn(List<SortValue> place) {
        return new Asked(indices, queries, sort, size, place);
    }
}
