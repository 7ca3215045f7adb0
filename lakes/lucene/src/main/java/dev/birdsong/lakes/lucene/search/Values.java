// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.util.BytesRef;

/// Values of listed fields, as they are read back.
final class Values {

    private Values() {}

    static SortValue text(FieldType type, BytesRef bytes) {
        return new SortValue.Text(type == FieldType.IP ? address(bytes) : bytes.utf8ToString());
    }

    /// How values of a type are sorted upwards: texts by their UTF-8 bytes, addresses by their bytes.
    static Comparator<SortValue> order(FieldType type) {
        return switch (type) {
            case TEXT, IP -> Comparator.comparing(value -> bytes(type, ((SortValue.Text) value).value()));
            case LONG, DATE, BOOLEAN -> Comparator.comparingLong(value -> ((SortValue.Whole) value).value());
            case DOUBLE -> Comparator.comparingDouble(value -> ((SortValue.Decimal) value).value());
        };
    }

    private static BytesRef bytes(FieldType type, String text) {
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
