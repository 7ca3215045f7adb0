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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/// Numbers the groups of one segment, and names them so that those of other segments can be compared.
interface GroupKey {

    /// The document is in no group.
    int NONE = -1;

    /// The number of a document's group. Documents are asked about in order.
    int number(int document) throws IOException;

    /// All numbers are lower.
    int end();

    /// Adds what the group is called. Groups are asked about in order, after all documents.
    void name(int number, GroupName name) throws IOException;

    static GroupKey of(List<String> fields, Schema schema, LeafReaderContext segment) throws IOException {
        GroupKey key = of(fields.getFirst(), schema, segment);
        for (String field : fields.subList(1, fields.size())) {
            key = PairedKey.of(key, of(field, schema, segment));
        }
        return key;
    }

    private static GroupKey of(String field, Schema schema, LeafReaderContext segment) throws IOException {
        FieldType type = schema.type(field).orElseThrow();
        String column = Layout.column(field, type);
        return switch (type) {
            case TEXT, IP ->
                field.equals(Layout.ID)
                        ? new Ids(segment, DocValues.getBinary(segment.reader(), Layout.ID))
                        : new Texts(DocValues.getSortedSet(segment.reader(), column));
            case LONG, DATE, BOOLEAN, DOUBLE -> new Numbers(DocValues.getSortedNumeric(segment.reader(), column));
        };
    }

    /// Of several texts the lowest counts.
    record Texts(SortedSetDocValues texts) implements GroupKey {

        @Override
        public int number(int document) throws IOException {
            return texts.advanceExact(document) ? (int) texts.nextOrd() : NONE;
        }

        @Override
        public int end() {
            return Math.toIntExact(texts.getValueCount());
        }

        @Override
        public void name(int number, GroupName name) throws IOException {
            name.add(texts.lookupOrd(number));
        }
    }

    /// Each record is a group of its own.
    record Ids(LeafReaderContext segment, BinaryDocValues ids) implements GroupKey {

        @Override
        public int number(int document) {
            return document;
        }

        @Override
        public int end() {
            return segment.reader().maxDoc();
        }

        @Override
        public void name(int number, GroupName name) throws IOException {
            if (ids.advanceExact(number)) {
                name.add(ids.binaryValue());
            }
        }
    }

    /// Of several numbers the lowest counts.
    final class Numbers implements GroupKey {

        private final SortedNumericDocValues numbers;
        private final Map<Long, Integer> known = new HashMap<>();
        private final List<Long> values = new ArrayList<>();

        Numbers(SortedNumericDocValues numbers) {
            this.numbers = numbers;
        }

        @Override
        public int number(int document) throws IOException {
            return numbers.advanceExact(document) ? known.computeIfAbsent(numbers.nextValue(), this::next) : NONE;
        }

        private int next(long value) {
            values.add(value);
            return values.size() - 1;
        }

        @Override
        public int end() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void name(int number, GroupName name) {
            name.add(values.get(number));
        }
    }
}
