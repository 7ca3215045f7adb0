// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Keeps the newest document of each group.
final class NewestOfGroups implements Collector {

    private static final int UNSEEN = -1;

    private final GroupNumbers groups;
    private final List<String> columns;
    private final List<LeafReaderContext> segments;
    private int[] newest = new int[0];
    private long[] ranks = new long[0];

    /// @param fields what makes a document newer, whole numbers
    /// @param segments all of them, as the documents are numbered
    NewestOfGroups(GroupNumbers groups, List<String> fields, Schema schema, List<LeafReaderContext> segments) {
        this.groups = groups;
        this.segments = segments;
        this.columns = fields.stream()
                .map(Schema::plain)
                .map(path -> Layout.column(path, schema.type(path).orElseThrow()))
                .toList();
    }

    /// The newest of all groups.
    FixedBitSet documents(int count) {
        var documents = new FixedBitSet(Math.max(1, count));
        Arrays.stream(newest).filter(document -> document != UNSEEN).forEach(documents::set);
        return documents;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        GroupNumbers.Leaf numbers = groups.leaf(segment);
        List<NumericDocValues> fields = new ArrayList<>();
        for (String column : columns) {
            SortedNumericDocValues all = DocValues.getSortedNumeric(segment.reader(), column);
            fields.add(SortedNumericSelector.wrap(all, SortedNumericSelector.Type.MAX, SortField.Type.LONG));
        }
        var rank = new long[columns.size()];
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                int group = numbers.number(document);
                if (group != GroupNumbers.NONE) {
                    for (int i = 0; i < rank.length; i++) {
                        NumericDocValues field = fields.get(i);
                        rank[i] = field.advanceExact(document) ? field.longValue() : Long.MIN_VALUE;
                    }
                    take(group, segment.docBase + document, rank);
                }
            }
        };
    }

    private void take(int group, int document, long[] rank) throws IOException {
        if (group >= newest.length) {
            grow(group + 1);
        }
        int place = group * rank.length;
        int order =
                newest[group] == UNSEEN ? 1 : Arrays.compare(rank, 0, rank.length, ranks, place, place + rank.length);
        if (order > 0 || (order == 0 && id(document).compareTo(id(newest[group])) < 0)) {
            newest[group] = document;
            System.arraycopy(rank, 0, ranks, place, rank.length);
        }
    }

    private void grow(int size) {
        int before = newest.length;
        newest = ArrayUtil.grow(newest, size);
        Arrays.fill(newest, before, newest.length, UNSEEN);
        ranks = Arrays.copyOf(ranks, newest.length * columns.size());
    }

    private BytesRef id(int document) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        BinaryDocValues ids = DocValues.getBinary(segment.reader(), Layout.ID);
        return ids.advanceExact(document - segment.docBase) ? BytesRef.deepCopyOf(ids.binaryValue()) : new BytesRef();
    }
}
