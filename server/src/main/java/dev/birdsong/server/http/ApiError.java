// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;

/// An error as it is told: `{"error": {"code", "message", "field"}}`.
public record ApiError(Told error) {

    private static final int LONGEST = 2_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /// What is told of an error.
    ///
    /// @param code in kebab-case, for programs
    /// @param message one sentence that says what to do, for people
    /// @param field where the input is at fault, if one place is
    public record Told(
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> field) {}

    /// An error with these parts. What of its message was sent by somebody cannot break its line.
    public static ApiError of(String code, String message, Optional<String> field) {
        return new ApiError(new Told(code, line(message), field));
    }

    private static String line(String message) {
        String shown = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
        return UNSEEN.matcher(shown).replaceAll("?");
    }
}
