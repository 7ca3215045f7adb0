// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// Why a request is not answered as asked. Its message is for people: one sentence that says what to do.
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final String field;
    private final transient Optional<Duration> retryAfter;

    private ApiException(HttpStatus status, String code, String message, String field, Optional<Duration> retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    private ApiException(HttpStatus status, String code, String message, String field) {
        this(status, code, message, field, Optional.empty());
    }

    /// Bad input, and where it is at fault.
    ///
    /// @param field its path in the body, or the name of the parameter
    public static ApiException bad(String field, String message) {
        return new ApiException(HttpStatus.BAD_REQUEST, "bad-field", message, field);
    }

    /// Bad input of which no single field is at fault.
    public static ApiException badRequest(String code, String message) {
        return new ApiException(HttpStatus.BAD_REQUEST, code, message, "");
    }

    /// No token, or none that is valid any more.
    public static ApiException unauthorized(String message) {
        return new ApiException(HttpStatus.UNAUTHORIZED, "unauthorized", message, "");
    }

    /// Known, but not allowed.
    public static ApiException forbidden(String message) {
        return new ApiException(HttpStatus.FORBIDDEN, "forbidden", message, "");
    }

    /// No such thing, or none that the caller may know of.
    ///
    /// @param kind such as `connector`
    public static ApiException missing(String kind, String id) {
        return new ApiException(
                HttpStatus.NOT_FOUND,
                "not-found",
                "there is no " + kind + " with the id '" + id + "' in your tenants",
                "");
    }

    /// It does not go together with what is there.
    public static ApiException conflict(String code, String message, String field) {
        return new ApiException(HttpStatus.CONFLICT, code, message, field);
    }

    /// The body is longer than this.
    public static ApiException tooLarge(long most) {
        return new ApiException(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "a body may have up to " + most + " bytes: send less",
                "");
    }

    /// Too many attempts; try again after this time.
    public static ApiException tooMany(String message, Duration retryAfter) {
        return new ApiException(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", message, "", Optional.of(retryAfter));
    }

    /// What it needs is not there now.
    public static ApiException unavailable(String code, String message) {
        return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, code, message, "");
    }

    /// The HTTP status.
    public HttpStatus status() {
        return status;
    }

    /// After how long to try again, where that is known.
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /// As it is told.
    public ApiError error() {
        return ApiError.of(
                code, String.valueOf(getMessage()), Optional.of(field).filter(text -> !text.isEmpty()));
    }
}
