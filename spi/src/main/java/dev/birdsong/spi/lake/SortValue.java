// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.record.FieldType;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a record is sorted, compared and counted by.
public sealed interface SortValue {

    /// Of a longer text only so many characters count.
    int LONGEST = 1_024;

    /// The record has no such value; sorted last in either direction.
    record Missing() implements SortValue {}

    /// Text, the first 1,024 characters of it; sorted by UTF-8 bytes. An address is its text, as Java writes
    /// it, and sorted as a number.
    record Text(String value) implements SortValue {}

    /// A whole number, a time in epoch milliseconds, or 1 and 0 for true and false.
    record Whole(long value) implements SortValue {}

    /// A number.
    record Decimal(double value) implements SortValue {}

    /// What a leaf's text is in a field of this type, whether it is written as a string, number or boolean;
    /// nothing where it does not fit. The two outermost whole numbers of 64 bits do not: in orders they stand for
    /// what is missing.
    static Optional<SortValue> of(FieldType type, String text) {
        return switch (type) {
            case TEXT -> Optional.of(new Text(beginning(text)));
            case IP -> Addresses.literal(text).map(address -> new Text(address.getHostAddress()));
            case LONG, DATE -> Numbers.whole(text).map(Whole::new);
            case DOUBLE -> Numbers.decimal(text).map(Decimal::new);
            case BOOLEAN -> Numbers.truth(text).map(Whole::new);
        };
    }

    /// The first 1,024 characters of a text, or one less where the last would be half a character.
    static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /// Reads numbers from texts; a long one takes no longer than it is long.
    final class Numbers {

        private static final int MOST_DIGITS = 19;
        private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

        private Numbers() {}

        private static Optional<Long> whole(String text) {
            try {
                return isWhole(text)
                        ? Optional.of(Long.parseLong(text))
                                .filter(number -> number != Long.MIN_VALUE && number != Long.MAX_VALUE)
                        : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        /// An optional minus and up to nineteen digits. By hand: it is asked about several leaves of each record.
        private static boolean isWhole(String text) {
            int first = text.startsWith("-") ? 1 : 0;
            int digits = text.length() - first;
            if (digits < 1 || digits > MOST_DIGITS) {
                return false;
            }
            for (int i = first; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return false;
                }
            }
            return true;
        }

        private static Optional<Double> decimal(String text) {
            return DECIMAL.matcher(text).matches()
                    ? Optional.of(Double.parseDouble(text)).filter(Double::isFinite)
                    : Optional.empty();
        }

        private static Optional<Long> truth(String text) {
            return switch (text) {
                case "true" -> Optional.of(1L);
                case "false" -> Optional.of(0L);
                default -> Optional.empty();
            };
        }
    }
}
