// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.record.RecordKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;

/// Says whether a view holds records. Used by one thread, while the view is held.
public final class KnownRecords {

    private final View view;
    private final Map<String, Optional<IdLookup>> lookups = new HashMap<>();

    KnownRecords(View view) {
        this.view = view;
    }

    /// Whether it holds this one.
    public boolean contains(RecordKey key) throws IOException {
        for (String home : PartitionNames.possibleHomes(key.index(), key.timestamp())) {
            Optional<IdLookup> lookup = lookup(home);
            if (lookup.isPresent() && lookup.get().find(key.id(), false).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<IdLookup> lookup(String partition) throws IOException {
        Optional<IdLookup> known = lookups.get(partition);
        if (known == null) {
            Optional<DirectoryReader> reader = view.reader(partition);
            known = reader.isPresent() ? Optional.of(new IdLookup(reader.get())) : Optional.empty();
            lookups.put(partition, known);
        }
        return known;
    }
}
