// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.Set;

/// Which records are asked for.
public record Selection(Set<Index> indices, Query query) {

    public Selection {
        indices = Set.copyOf(indices);
    }
}
