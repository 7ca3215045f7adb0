// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// An error as it is told: `{"error": {"code", "message", "field"}}`.
public record ApiError(Told error) {

    /// What is told of an error.
    ///
    /// @param code in kebab-case, for programs
    /// @param message one sentence that says what to do, for people
    /// @param field where the input is at fault, if one place is
    public record Told(
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> field) {}

    /// An error with these parts.
    public static ApiError of(String code, String message, Optional<String> field) {
        return new ApiError(new Told(code, message, field));
    }
}
