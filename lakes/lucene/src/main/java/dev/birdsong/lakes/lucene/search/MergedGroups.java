// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SearchLimits;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// The newest document of each group over all segments, by a hash table of where it is.
final class MergedGroups {

    private final List<SegmentGroups.Here> parts;
    private final int[] part;
    private final int[] place;

    MergedGroups(List<SegmentGroups.Here> parts) throws IOException {
        this.parts = parts;
        long count = parts.stream().mapToLong(here -> here.groups().count()).sum();
        if (count > SearchLimits.GROUPS) {
            throw SearchLimits.tooManyGroups();
        }
        int size = Integer.highestOneBit(Math.max(8, (int) count)) * 4;
        this.part = new int[size];
        this.place = new int[size];
        Arrays.fill(part, -1);
        for (int from = 0; from < parts.size(); from++) {
            for (int i = 0; i < parts.get(from).groups().count(); i++) {
                take(from, i);
            }
        }
    }

    private void take(int from, int index) throws IOException {
        SegmentGroups groups = parts.get(from).groups();
        int slot = slot(groups.high(index), groups.low(index));
        if (part[slot] < 0 || isNewer(from, index, part[slot], place[slot])) {
            part[slot] = from;
            place[slot] = index;
        }
    }

    private int slot(long high, long low) {
        int slot = (int) low & (part.length - 1);
        while (part[slot] >= 0 && !isCalled(slot, high, low)) {
            slot = (slot + 1) & (part.length - 1);
        }
        return slot;
    }

    private boolean isCalled(int slot, long high, long low) {
        SegmentGroups groups = parts.get(part[slot]).groups();
        return groups.high(place[slot]) == high && groups.low(place[slot]) == low;
    }

    private boolean isNewer(int from, int index, int other, int otherIndex) throws IOException {
        int order = SegmentGroups.compare(
                parts.get(from).groups(), index, parts.get(other).groups(), otherIndex);
        return order > 0 || (order == 0 && id(from, index).compareTo(id(other, otherIndex)) < 0);
    }

    private BytesRef id(int from, int index) throws IOException {
        SegmentGroups.Here here = parts.get(from);
        return Hits.id(here.segment(), here.groups().document(index));
    }

    /// The newest of all groups.
    FixedBitSet documents(int count) {
        var documents = new FixedBitSet(Math.max(1, count));
        for (int slot = 0; slot < part.length; slot++) {
            if (part[slot] >= 0) {
                SegmentGroups.Here here = parts.get(part[slot]);
                documents.set(here.segment().docBase + here.groups().document(place[slot]));
            }
        }
        return documents;
    }
}
