// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.answer;

import dev.birdsong.spi.lake.SortValue;
import tools.jackson.core.JsonGenerator;

/// Writes values that are sorted and counted by.
final class Scalars {

    private Scalars() {}

    static void write(JsonGenerator out, SortValue value) {
        switch (value) {
            case SortValue.Missing() -> out.writeNull();
            case SortValue.Text(String text) -> out.writeString(text);
            case SortValue.Whole(long whole) -> out.writeNumber(whole);
            case SortValue.Decimal(double decimal) -> out.writeNumber(decimal);
        }
    }
}
