// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.record.Index;
import java.util.EnumSet;
import java.util.Set;

/// The names by which indices are searched: `syslog`, `aella-syslog-*`, `assets`, `aella-assets-*`, several with
/// commas, or `*`.
public final class IndexNames {

    private IndexNames() {}

    /// The indices that are named.
    ///
    /// @throws BadSearchException if one is named that there is not
    public static Set<Index> parse(String names) {
        Set<Index> indices = EnumSet.noneOf(Index.class);
        for (String name : names.split(",", -1)) {
            indices.addAll(one(name.strip()));
        }
        return indices;
    }

    private static Set<Index> one(String name) {
        if (name.equals("*")) {
            return EnumSet.allOf(Index.class);
        }
        for (Index index : Index.values()) {
            if (name.equals(index.label()) || name.equals("aella-" + index.label() + "-*")) {
                return EnumSet.of(index);
            }
        }
        throw new BadSearchException(
                "index", "there is no such index; there are syslog, assets, aella-syslog-*, aella-assets-* and *");
    }
}
