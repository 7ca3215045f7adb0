// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/// Remembers which documents are the latest of their groups, until the lake has other segments: a page asks for them
/// several times, and putting the groups of all segments together is most of what that costs.
final class FoundCache {

    private final long mostBytes;
    private final Map<LatestQuery, Found> known = new LinkedHashMap<>(16, 0.75f, true);

    /// @param segments each stands for a segment and its deletions, in order
    private record Found(List<IndexReader.CacheKey> segments, FixedBitSet documents) {

        long bytes() {
            return (long) Long.BYTES * documents.getBits().length;
        }
    }

    FoundCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// What the same query found in the same segments.
    synchronized Optional<FixedBitSet> get(IndexReader reader, LatestQuery query) {
        List<IndexReader.CacheKey> segments = segments(reader);
        return Optional.ofNullable(known.get(query))
                .filter(found -> found.segments().equals(segments))
                .map(Found::documents);
    }

    /// Remembers it. The documents are not changed any more.
    synchronized void put(IndexReader reader, LatestQuery query, FixedBitSet documents) {
        List<IndexReader.CacheKey> segments = segments(reader);
        if (segments.isEmpty()) {
            return;
        }
        known.put(query, new Found(segments, documents));
        var eldest = known.values().iterator();
        for (long bytes = known.values().stream().mapToLong(Found::bytes).sum(); bytes > mostBytes; ) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    /// Empty if nothing stands for one of them.
    private static List<IndexReader.CacheKey> segments(IndexReader reader) {
        List<IndexReader.CacheKey> keys = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            IndexReader.CacheHelper helper = leaf.reader().getReaderCacheHelper();
            if (helper == null) {
                return List.of();
            }
            keys.add(helper.getKey());
        }
        return keys;
    }
}
