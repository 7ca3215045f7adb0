// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.util.OptionalLong;

/// Reads whole numbers, whether the console writes them as numbers or as text.
final class ConsoleNumber {

    private static final int MOST_DIGITS = 18;

    private ConsoleNumber() {}

    /// The number, where this text is one.
    static OptionalLong of(String text) {
        String digits = text.strip();
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
