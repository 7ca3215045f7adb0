// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a condition compares a field of a record with its values. Text is compared whole, case ignored; of a field with
/// several values one that fits is enough, and the negations are the opposite of that.
public enum FilterOperator {
    /// Is the value.
    IS,
    /// Has no such value, or no value at all.
    IS_NOT,
    /// Has the value within.
    CONTAINS,
    /// Begins with the value.
    STARTS_WITH,
    /// Ends with the value.
    ENDS_WITH,
    /// Is matched, as a whole or in part, by a regular expression that takes linear time.
    MATCHES,
    /// Is a number, or a time in epoch milliseconds, above the value.
    GREATER_THAN,
    /// Is a number, or a time in epoch milliseconds, below the value.
    LESS_THAN,
    /// Is one of the values.
    IN,
    /// Is an address within the network.
    IN_CIDR,
    /// Has a value.
    EXISTS,
    /// Has none.
    NOT_EXISTS;

    /// The name that programs use, such as `starts_with`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The operator of this name.
    public static Optional<FilterOperator> of(String label) {
        return Arrays.stream(values())
                .filter(operator -> operator.label().equals(label))
                .findFirst();
    }
}
