// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;

/// Collects the groups of all segments; those of a segment that is known already are not looked for.
final class GroupCollector implements Collector {

    private final LatestQuery query;
    private final Schema schema;
    private final GroupCache cache;
    private final List<SegmentGroups.Here> known = new ArrayList<>();
    private final List<Collected> collected = new ArrayList<>();

    private record Collected(LeafReaderContext segment, GroupsOfSegment groups) {}

    GroupCollector(LatestQuery query, Schema schema, GroupCache cache) {
        this.query = query;
        this.schema = schema;
        this.cache = cache;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        Optional<SegmentGroups> before = cache.get(segment, query);
        if (before.isPresent()) {
            known.add(new SegmentGroups.Here(segment, before.get()));
            throw new CollectionTerminatedException();
        }
        var groups = new GroupsOfSegment(query.by(), query.newest(), schema, segment);
        collected.add(new Collected(segment, groups));
        return groups;
    }

    /// The groups of all segments, once all documents were collected.
    List<SegmentGroups.Here> groups() throws IOException {
        List<SegmentGroups.Here> all = new ArrayList<>(known);
        for (Collected one : collected) {
            SegmentGroups groups = one.groups.groups();
            cache.put(one.segment, query, groups);
            all.add(new SegmentGroups.Here(one.segment, groups));
        }
        return all;
    }
}
