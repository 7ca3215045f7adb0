// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// A cursor: numbers separated by colons, in base64.
final class Cursor {

    private Cursor() {}

    static String encode(List<Long> numbers) {
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(":"));
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// The numbers of a cursor, of which there must be `count`, or one more.
    static List<Long> decode(String cursor, int count) {
        List<Long> numbers;
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            numbers = Arrays.stream(text.split(":", -1)).map(Long::valueOf).toList();
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "The cursor could not be read", e);
        }
        if (numbers.size() < count || numbers.size() > count + 1) {
            throw new Refusal(400, "The cursor could not be read");
        }
        return numbers;
    }
}
