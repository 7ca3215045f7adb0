// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The order of values.
final class Comparing {

    private Comparing() {}

    /// Texts by their UTF-8 bytes, which is by code point.
    static int texts(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// Two values of one field.
    static int values(FieldType type, SortValue one, SortValue other) {
        return switch (one) {
            case SortValue.Text(String text)
            when type == FieldType.IP ->
                Arrays.compareUnsigned(address(text), address(((SortValue.Text) other).value()));
            case SortValue.Text(String text) -> texts(text, ((SortValue.Text) other).value());
            case SortValue.Whole(long whole) -> Long.compare(whole, ((SortValue.Whole) other).value());
            case SortValue.Decimal(double decimal) -> Double.compare(decimal, ((SortValue.Decimal) other).value());
            case SortValue.Missing() -> throw new IllegalArgumentException("nothing cannot be compared");
        };
    }

    private static byte[] address(String text) {
        return Addresses.bytes(Addresses.literal(text).orElseThrow());
    }

    /// Two places in an order; what is missing comes last.
    static int places(FieldType type, Sort.Direction direction, SortValue one, SortValue other) {
        boolean isMissing = one instanceof SortValue.Missing;
        boolean isOtherMissing = other instanceof SortValue.Missing;
        if (isMissing || isOtherMissing) {
            return Boolean.compare(isMissing, isOtherMissing);
        }
        int order = values(type, one, other);
        return direction == Sort.Direction.ASCENDING ? order : -Integer.signum(order);
    }
}
