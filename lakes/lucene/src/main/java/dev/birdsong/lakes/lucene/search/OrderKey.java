// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One key of an order. A record without a value comes last: it counts as the outermost number, which no field has.
record OrderKey(String path, String column, FieldType type, boolean descending) {

    private static final String ID_PATH = "_id";

    /// Breaks ties.
    static final OrderKey ID = new OrderKey(ID_PATH, Layout.ID, FieldType.TEXT, false);

    static OrderKey of(Sort sort, Schema schema) {
        String path = Schema.plain(sort.field());
        FieldType type = schema.type(path)
                .orElseThrow(() -> new SearchRefusedException("cannot sort by " + path + ": it is not a listed field"));
        boolean descending = sort.direction() == Sort.Direction.DESCENDING;
        String column = path.equals(ID_PATH) ? Layout.ID : Layout.column(path, type);
        return new OrderKey(path, column, type, descending);
    }

    SortField lucene() {
        if (column.equals(Layout.ID)) {
            return new SortField(column, SortField.Type.STRING_VAL, descending);
        }
        return switch (type) {
            case LONG, DATE, BOOLEAN -> numeric(SortField.Type.LONG);
            case DOUBLE -> numeric(SortField.Type.DOUBLE);
            case TEXT, IP ->
                new SortedSetSortField(
                        column,
                        descending,
                        descending ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN,
                        descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
        };
    }

    private SortField numeric(SortField.Type numbers) {
        return new SortedNumericSortField(
                column,
                numbers,
                descending,
                descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
                missing());
    }

    private Object missing() {
        if (type == FieldType.DOUBLE) {
            return descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private boolean isText() {
        return type == FieldType.TEXT || type == FieldType.IP;
    }

    SortValue value(@Nullable Object field) {
        if (field == null || (!isText() && field.equals(missing()))) {
            return new SortValue.Missing();
        }
        return switch (field) {
            case Long whole -> new SortValue.Whole(whole);
            case Double decimal -> new SortValue.Decimal(decimal);
            case BytesRef bytes -> Values.text(type, bytes);
            default -> throw new IllegalStateException("a sort value is a number or bytes");
        };
    }

    @Nullable
    Object field(SortValue value) {
        return switch (value) {
            case SortValue.Missing() -> isText() ? null : missing();
            case SortValue.Whole(long whole)
            when !isText() -> type == FieldType.DOUBLE ? (Object) (double) whole : (Object) whole;
            case SortValue.Decimal(double decimal) when type == FieldType.DOUBLE -> decimal;
            case SortValue.Text(String text)
            when type == FieldType.IP ->
                new BytesRef(Addresses.bytes(Addresses.literal(text).orElseThrow(this::unfit)));
            case SortValue.Text(String text) when isText() -> new BytesRef(text);
            case SortValue.Whole _, SortValue.Decimal _, SortValue.Text _ -> throw unfit();
        };
    }

    private SearchRefusedException unfit() {
        return new SearchRefusedException("search_after does not fit " + path + ", by which is sorted");
    }
}
