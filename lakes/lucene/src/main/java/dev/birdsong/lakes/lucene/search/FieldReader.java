// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.SortValue;
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
import org.apache.lucene.util.NumericUtils;

/// Reads the values of a listed field in one segment, record after record.
interface FieldReader {

    /// The values of a record, in order; of numbers equal ones too.
    List<SortValue> values(int document) throws IOException;

    static FieldReader of(String field, Schema schema, LeafReaderContext segment) throws IOException {
        String path = Schema.plain(field);
        FieldType type = schema.type(path).orElseThrow();
        String column = Layout.column(path, type);
        LeafReader reader = segment.reader();
        return switch (type) {
            case TEXT, IP ->
                path.equals(Layout.ID)
                        ? ids(DocValues.getBinary(reader, Layout.ID))
                        : texts(DocValues.getSortedSet(reader, column), type);
            case LONG, DATE, BOOLEAN, DOUBLE -> numbers(DocValues.getSortedNumeric(reader, column), type);
        };
    }

    private static FieldReader ids(BinaryDocValues ids) {
        return document ->
                ids.advanceExact(document) ? List.of(Values.text(FieldType.TEXT, ids.binaryValue())) : List.of();
    }

    private static FieldReader texts(SortedSetDocValues texts, FieldType type) {
        Map<Long, SortValue> known = new HashMap<>();
        return document -> {
            List<SortValue> values = new ArrayList<>();
            int count = texts.advanceExact(document) ? texts.docValueCount() : 0;
            for (int i = 0; i < count; i++) {
                values.add(text(texts, type, texts.nextOrd(), known));
            }
            return values;
        };
    }

    private static SortValue text(SortedSetDocValues texts, FieldType type, long ord, Map<Long, SortValue> known)
            throws IOException {
        SortValue before = known.get(ord);
        if (before != null) {
            return before;
        }
        SortValue value = Values.text(type, texts.lookupOrd(ord));
        if (known.size() < MOST_KNOWN) {
            known.put(ord, value);
        }
        return value;
    }

    /// So many texts are decoded only once.
    int MOST_KNOWN = 10_000;

    private static FieldReader numbers(SortedNumericDocValues numbers, FieldType type) {
        return document -> {
            List<SortValue> values = new ArrayList<>();
            int count = numbers.advanceExact(document) ? numbers.docValueCount() : 0;
            for (int i = 0; i < count; i++) {
                values.add(number(type, numbers.nextValue()));
            }
            return values;
        };
    }

    /// Numbers with a fraction are kept as whole ones of the same order.
    static SortValue number(FieldType type, long number) {
        return type == FieldType.DOUBLE
                ? new SortValue.Decimal(NumericUtils.sortableLongToDouble(number))
                : new SortValue.Whole(number);
    }
}
