// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// Values of listed fields, as they are read back.
final class Values {

    private Values() {}

    static SortValue text(FieldType type, BytesRef bytes) {
        return new SortValue.Text(type == FieldType.IP ? address(bytes) : bytes.utf8ToString());
    }

    /// A number as it is stored: those with a fraction are kept as whole ones of the same order.
    static SortValue number(FieldType type, long number) {
        return type == FieldType.DOUBLE
                ? new SortValue.Decimal(NumericUtils.sortableLongToDouble(number))
                : new SortValue.Whole(number);
    }

    /// How a number is stored.
    static long number(SortValue value) {
        return switch (value) {
            case SortValue.Whole(long whole) -> whole;
            case SortValue.Decimal(double decimal) -> NumericUtils.doubleToSortableLong(decimal);
            case SortValue.Text _, SortValue.Missing _ -> throw new IllegalStateException("a number was expected");
        };
    }

    /// How a text or an address is stored.
    static BytesRef bytes(FieldType type, SortValue value) {
        String text = ((SortValue.Text) value).value();
        return type == FieldType.IP
                ? new BytesRef(Addresses.bytes(Addresses.literal(text).orElseThrow()))
                : new BytesRef(text);
    }

    private static String address(BytesRef bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length))
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 16 bytes", e);
        }
    }
}
