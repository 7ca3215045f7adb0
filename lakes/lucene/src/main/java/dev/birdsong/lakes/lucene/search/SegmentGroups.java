// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;

/// The newest document of each group in one segment.
final class SegmentGroups {

    private final long[] names;
    private final int[] documents;
    private final long[] ranks;

    /// Takes over the arrays.
    ///
    /// @param names two numbers a group
    /// @param documents as numbered in the segment
    /// @param ranks what makes one newer, so many numbers a group
    SegmentGroups(long[] names, int[] documents, long[] ranks) {
        this.names = names;
        this.documents = documents;
        this.ranks = ranks;
    }

    /// The groups of a segment that is searched now.
    record Here(LeafReaderContext segment, SegmentGroups groups) {}

    int count() {
        return documents.length;
    }

    long bytes() {
        return (long) Long.BYTES * (names.length + ranks.length) + (long) Integer.BYTES * documents.length;
    }

    int document(int index) {
        return documents[index];
    }

    long high(int index) {
        return names[index * 2];
    }

    long low(int index) {
        return names[index * 2 + 1];
    }

    /// Which of two groups has the newer document, or 0.
    static int compare(SegmentGroups one, int index, SegmentGroups other, int otherIndex) {
        int keys = one.ranks.length / one.documents.length;
        return Arrays.compare(
                one.ranks, index * keys, (index + 1) * keys, other.ranks, otherIndex * keys, (otherIndex + 1) * keys);
    }
}
