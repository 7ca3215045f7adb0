// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// Numbers the groups of documents that have the same values, from 0 on, over all segments.
final class GroupNumbers {

    /// The document is in no group.
    static final int NONE = -1;

    private final List<String> by;
    private final Schema schema;
    private final List<Numbers> values = new ArrayList<>();
    private final List<Numbers> pairs = new ArrayList<>();

    GroupNumbers(List<String> by, Schema schema, Budget budget) {
        this.by = by.stream().map(Schema::plain).toList();
        this.schema = schema;
        by.forEach(_ -> {
            values.add(new Numbers(budget));
            pairs.add(new Numbers(budget));
        });
    }

    /// The number of what a document of a segment has. Documents are asked about in order.
    @FunctionalInterface
    interface Leaf {

        int number(int document) throws IOException;
    }

    Leaf leaf(LeafReaderContext segment) throws IOException {
        Leaf group = value(0, segment);
        for (int i = 1; i < by.size(); i++) {
            group = paired(group, value(i, segment), pairs.get(i));
        }
        return group;
    }

    private static Leaf paired(Leaf one, Leaf other, Numbers pairs) {
        return document -> {
            int first = one.number(document);
            int second = other.number(document);
            return first == NONE || second == NONE ? NONE : pairs.of(((long) first << Integer.SIZE) | second);
        };
    }

    private Leaf value(int index, LeafReaderContext segment) throws IOException {
        String path = by.get(index);
        FieldType type = schema.type(path).orElseThrow();
        String column = Layout.column(path, type);
        LeafReader reader = segment.reader();
        return switch (type) {
            case TEXT, IP ->
                path.equals(Layout.ID)
                        ? ids(DocValues.getBinary(reader, Layout.ID), values.get(index))
                        : texts(DocValues.getSortedSet(reader, column), values.get(index));
            case LONG, DATE, BOOLEAN, DOUBLE -> numbers(DocValues.getSortedNumeric(reader, column), values.get(index));
        };
    }

    private static Leaf ids(BinaryDocValues ids, Numbers numbers) {
        return document -> ids.advanceExact(document) ? numbers.of(BytesRef.deepCopyOf(ids.binaryValue())) : NONE;
    }

    /// Each text of a segment is looked up once.
    private static Leaf texts(SortedSetDocValues texts, Numbers numbers) {
        var known = new int[Math.toIntExact(texts.getValueCount())];
        return document -> {
            if (!texts.advanceExact(document)) {
                return NONE;
            }
            int lowest = (int) texts.nextOrd();
            if (known[lowest] == 0) {
                known[lowest] = 1 + numbers.of(BytesRef.deepCopyOf(texts.lookupOrd(lowest)));
            }
            return known[lowest] - 1;
        };
    }

    private static Leaf numbers(SortedNumericDocValues values, Numbers numbers) {
        return document -> values.advanceExact(document) ? numbers.of(values.nextValue()) : NONE;
    }

    /// Numbers values in the order in which they come.
    private static final class Numbers {

        private final Map<Object, Integer> known = new HashMap<>();
        private final Budget budget;

        Numbers(Budget budget) {
            this.budget = budget;
        }

        int of(Object value) {
            return known.computeIfAbsent(value, _ -> next());
        }

        private int next() {
            budget.spend();
            return known.size();
        }
    }
}
