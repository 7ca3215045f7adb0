// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;

/// Remembers the groups of segments: most of them do not change between two searches. Forgets what was not asked for
/// longest.
final class GroupCache {

    private final long mostBytes;
    private final FoundCache found;
    private final Map<Key, SegmentGroups> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param segment stands for a segment and its deletions
    private record Key(IndexReader.CacheKey segment, Query query) {}

    GroupCache(long mostBytes) {
        this.mostBytes = mostBytes;
        this.found = new FoundCache(mostBytes / 4);
    }

    /// What was found of whole lakes.
    FoundCache found() {
        return found;
    }

    synchronized Optional<SegmentGroups> get(LeafReaderContext segment, Query query) {
        IndexReader.CacheHelper helper = segment.reader().getReaderCacheHelper();
        return helper == null ? Optional.empty() : Optional.ofNullable(known.get(new Key(helper.getKey(), query)));
    }

    void put(LeafReaderContext segment, Query query, SegmentGroups groups) {
        IndexReader.CacheHelper helper = segment.reader().getReaderCacheHelper();
        if (helper != null && groups.bytes() <= mostBytes / 4) {
            remember(new Key(helper.getKey(), query), groups);
            helper.addClosedListener(this::forget);
        }
    }

    private synchronized void remember(Key key, SegmentGroups groups) {
        SegmentGroups before = known.put(key, groups);
        bytes += groups.bytes() - (before == null ? 0 : before.bytes());
        var eldest = known.entrySet().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            bytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }

    private synchronized void forget(IndexReader.CacheKey segment) {
        known.entrySet().removeIf(entry -> {
            boolean isGone = entry.getKey().segment().equals(segment);
            bytes -= isGone ? entry.getValue().bytes() : 0;
            return isGone;
        });
    }
}
