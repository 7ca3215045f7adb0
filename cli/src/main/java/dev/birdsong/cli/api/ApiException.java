// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.api;

/// A server did not do what it was asked. Its message is for people, one line.
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int NO_ANSWER = 0;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_ATTEMPTS = 429;

    private final String field;
    private final int status;

    /// @param status the HTTP status
    /// @param field where the body is at fault, as the API names it; empty where no one place is
    ApiException(String message, int status, String field) {
        super(message);
        this.status = status;
        this.field = field;
    }

    ApiException(String message, Throwable cause) {
        super(message, cause);
        this.field = "";
        this.status = NO_ANSWER;
    }

    /// Whether another request may go better. None does where the server does not answer, or not to this key.
    public boolean isAboutOneRequest() {
        return status != NO_ANSWER && status != UNAUTHORIZED && status != TOO_MANY_ATTEMPTS;
    }

    /// Where the body is at fault, as the API names it; empty where no one place is.
    public String field() {
        return field;
    }
}
