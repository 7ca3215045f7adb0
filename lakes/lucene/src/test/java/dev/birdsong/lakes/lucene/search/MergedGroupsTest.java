// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class MergedGroupsTest {

    /// Groups of these numbers; the newest of each is the document of its place, as new as is said.
    private static SegmentGroups groups(int[] numbers, long rank) {
        var names = new long[numbers.length * 2];
        for (int i = 0; i < numbers.length; i++) {
            names[i * 2 + 1] = numbers[i];
        }
        var ranks = new long[numbers.length];
        Arrays.fill(ranks, rank);
        return new SegmentGroups(names, IntStream.range(0, numbers.length).toArray(), ranks);
    }

    @Test
    void keepsTheNewestOfEachGroup() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int i = 0; i < 4; i++) {
                writer.addDocument(new Document());
            }
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                LeafReaderContext segment = reader.leaves().getFirst();
                var merged = new MergedGroups(List.of(
                        new SegmentGroups.Here(segment, groups(new int[] {5, 6}, 1)),
                        new SegmentGroups.Here(segment, groups(new int[] {9, 7, 5, 8}, 2))));

                assertThat(merged.documents(4).cardinality()).isEqualTo(4);
            }
        }
    }

    @Test
    void refusesMoreGroupsThanASearchMayHave() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.addDocument(new Document());
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                var half = new SegmentGroups.Here(
                        reader.leaves().getFirst(),
                        groups(IntStream.range(0, SearchLimits.GROUPS / 2 + 1).toArray(), 1));

                assertThatThrownBy(() -> new MergedGroups(List.of(half, half)))
                        .isInstanceOf(SearchRefusedException.class)
                        .hasMessageContaining("more than 4,000,000 groups");
            }
        }
    }
}
