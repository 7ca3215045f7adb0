// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.ArrayUtil;

/// Finds the newest document of each group in one segment.
final class GroupsOfSegment implements LeafCollector {

    private static final int UNSEEN = -1;

    private final LeafReaderContext segment;
    private final GroupKey key;
    private final List<NumericDocValues> fields = new ArrayList<>();
    private final long[] rank;
    private int[] newest = new int[0];
    private long[] ranks = new long[0];
    private int seen;

    GroupsOfSegment(List<String> by, List<String> newestBy, Schema schema, LeafReaderContext segment)
            throws IOException {
        this.segment = segment;
        this.key = GroupKey.of(by, schema, segment);
        this.rank = new long[newestBy.size()];
        for (String field : newestBy) {
            String column = Layout.column(field, schema.type(field).orElseThrow());
            SortedNumericDocValues all = DocValues.getSortedNumeric(segment.reader(), column);
            fields.add(SortedNumericSelector.wrap(all, SortedNumericSelector.Type.MAX, SortField.Type.LONG));
        }
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
        int group = key.number(document);
        if (group == GroupKey.NONE) {
            return;
        }
        for (int i = 0; i < rank.length; i++) {
            NumericDocValues field = fields.get(i);
            rank[i] = field.advanceExact(document) ? field.longValue() : Long.MIN_VALUE;
        }
        if (group >= newest.length) {
            grow(group + 1);
        }
        if (isNewer(group, document)) {
            seen += newest[group] == UNSEEN ? 1 : 0;
            newest[group] = document;
            System.arraycopy(rank, 0, ranks, group * rank.length, rank.length);
        }
    }

    private boolean isNewer(int group, int document) throws IOException {
        int place = group * rank.length;
        int order =
                newest[group] == UNSEEN ? 1 : Arrays.compare(rank, 0, rank.length, ranks, place, place + rank.length);
        return order > 0 || (order == 0 && Hits.id(segment, document).compareTo(Hits.id(segment, newest[group])) < 0);
    }

    private void grow(int size) {
        int before = newest.length;
        newest = ArrayUtil.grow(newest, size);
        Arrays.fill(newest, before, newest.length, UNSEEN);
        ranks = Arrays.copyOf(ranks, newest.length * rank.length);
    }

    /// All groups, once all documents were collected.
    SegmentGroups groups() throws IOException {
        var names = new long[seen * 2];
        var documents = new int[seen];
        var compact = new long[seen * rank.length];
        var name = new GroupName();
        int next = 0;
        for (int group = 0; group < newest.length; group++) {
            if (newest[group] != UNSEEN) {
                name.clear();
                key.name(group, name);
                names[next * 2] = name.high();
                names[next * 2 + 1] = name.low();
                documents[next] = newest[group];
                System.arraycopy(ranks, group * rank.length, compact, next * rank.length, rank.length);
                next++;
            }
        }
        return new SegmentGroups(names, documents, compact);
    }
}
