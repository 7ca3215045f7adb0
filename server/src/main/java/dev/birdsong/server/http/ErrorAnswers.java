// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import dev.birdsong.engine.PositionException;
import dev.birdsong.query.QueryException;
import dev.birdsong.query.body.BadSearchException;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.state.sql.StateException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/// Tells every error in one form. The unexpected is logged, with a number by which it can be found.
@RestControllerAdvice
public final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final JsonMapper json;

    public ErrorAnswers(JsonMapper json) {
        this.json = json;
    }

    /// What an endpoint refuses.
    @ExceptionHandler
    public ResponseEntity<ApiError> refused(ApiException refused) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        refused.retryAfter()
                .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        return new ResponseEntity<>(refused.error(), headers, refused.status());
    }

    /// A query that cannot be read.
    @ExceptionHandler
    public ResponseEntity<ApiError> query(QueryException wrong) {
        return answer(HttpStatus.BAD_REQUEST, "bad-query", String.valueOf(wrong.getMessage()), Optional.of("q"));
    }

    /// A search that cannot be read.
    @ExceptionHandler
    public ResponseEntity<ApiError> search(BadSearchException wrong) {
        return answer(HttpStatus.BAD_REQUEST, "bad-search", String.valueOf(wrong.getMessage()), field(wrong.field()));
    }

    /// A search that no lake answers.
    @ExceptionHandler
    public ResponseEntity<ApiError> search(SearchRefusedException wrong) {
        return answer(HttpStatus.BAD_REQUEST, "bad-search", String.valueOf(wrong.getMessage()), Optional.empty());
    }

    /// A position that cannot be read or moved.
    @ExceptionHandler
    public ResponseEntity<ApiError> position(PositionException wrong) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "position-unavailable",
                String.valueOf(wrong.getMessage()),
                Optional.empty());
    }

    /// What the state does not take.
    @ExceptionHandler
    public ResponseEntity<ApiError> state(StateException refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused) {
            case StateException.Unavailable _ ->
                answer(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", message, Optional.empty());
            case StateException.Conflict conflict ->
                answer(HttpStatus.CONFLICT, "conflict", message, field(conflict.field()));
            case StateException.Missing missing ->
                answer(HttpStatus.BAD_REQUEST, "bad-field", message, field(missing.field()));
        };
    }

    private static Optional<String> field(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    /// A lake that does not answer.
    @ExceptionHandler
    public ResponseEntity<ApiError> lake(LakeException down) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "lake-unavailable",
                String.valueOf(down.getMessage()),
                Optional.empty());
    }

    /// A parameter that is no number.
    @ExceptionHandler
    public ResponseEntity<ApiError> parameter(MethodArgumentTypeMismatchException wrong) {
        String name = wrong.getName();
        String type = Optional.ofNullable(wrong.getRequiredType())
                .map(Class::getSimpleName)
                .orElse("value");
        return answer(HttpStatus.BAD_REQUEST, "bad-field", "'" + name + "' must be of type " + type, Optional.of(name));
    }

    /// A parameter that is missing.
    @ExceptionHandler
    public ResponseEntity<ApiError> parameter(MissingServletRequestParameterException missing) {
        String name = missing.getParameterName();
        return answer(HttpStatus.BAD_REQUEST, "bad-field", "'" + name + "' is required", Optional.of(name));
    }

    /// A parameter that is no text.
    @ExceptionHandler
    public ResponseEntity<ApiError> parameter(InvalidParameterException unreadable) {
        return standard(HttpStatusCode.valueOf(unreadable.getErrorCode()));
    }

    /// A header that is no text, seen where it is read.
    @ExceptionHandler
    public ResponseEntity<ApiError> header(RequestRejectedException unreadable) {
        LOG.atDebug().setCause(unreadable).log("a header is refused");
        return standard(HttpStatus.BAD_REQUEST);
    }

    /// Everything else: what Spring knows to be the request's fault, and what nobody expected.
    @ExceptionHandler
    public Object other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return ErrorPage.wants(request) ? ErrorPage.page(known.getStatusCode()) : standard(known.getStatusCode());
        }
        LOG.atError()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .setCause(failure)
                .log("a request failed");
        return ErrorPage.wants(request)
                ? ErrorPage.page(HttpStatus.INTERNAL_SERVER_ERROR)
                : standard(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /// Tells an error where there is no endpoint to tell it.
    public void write(ApiException refused, HttpServletResponse response) throws IOException {
        response.setStatus(refused.status().value());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), refused.error());
    }

    static ResponseEntity<ApiError> standard(HttpStatusCode status) {
        return answer(
                status, StandardErrors.code(status.value()), StandardErrors.message(status.value()), Optional.empty());
    }

    private static ResponseEntity<ApiError> answer(
            HttpStatusCode status, String code, String message, Optional<String> field) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ApiError.of(code, message, field));
    }
}
