// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import java.util.Optional;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/// Values of listed fields.
final class Column {

    private Column() {}

    /// The field of a leaf's text, unless the text does not fit.
    static Optional<IndexableField> field(String column, FieldType type, String text) {
        if (type == FieldType.IP) {
            return Addresses.literal(text).map(address -> bytes(column, new BytesRef(Addresses.bytes(address))));
        }
        return SortValue.of(type, text).map(value -> field(column, value));
    }

    static IndexableField whole(String column, long value) {
        return new LongField(column, value, Field.Store.NO);
    }

    static IndexableField bytes(String column, BytesRef value) {
        return new SortedSetDocValuesField(column, value);
    }

    private static IndexableField field(String column, SortValue value) {
        return switch (value) {
            case SortValue.Text(String text) -> bytes(column, new BytesRef(text));
            case SortValue.Whole(long number) -> whole(column, number);
            case SortValue.Decimal(double number) -> new DoubleField(column, number, Field.Store.NO);
            case SortValue.Missing() -> throw new IllegalStateException("a leaf has a value");
        };
    }
}
