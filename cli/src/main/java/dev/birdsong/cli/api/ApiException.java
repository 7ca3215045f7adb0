// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.api;

/// A server did not do what it was asked. Its message is for people, one line.
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /// @param field where the body is at fault, as the API names it; empty where no one place is
    public ApiException(String message, String field) {
        super(message);
        this.field = field;
    }

    ApiException(String message, Throwable cause) {
        super(message, cause);
        this.field = "";
    }

    /// Where the body is at fault, as the API names it; empty where no one place is.
    public String field() {
        return field;
    }
}
