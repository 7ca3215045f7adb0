// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says why a console did not answer as it should, for people.
final class Failures {

    private static final int WORDS = 120;
    private static final Pattern NO_TOKEN = Pattern.compile("(?i)\\s*(invalid auth_token|unauthorized)\\W*");
    private static final Pattern NO_RIGHT = Pattern.compile(
            "(?i).*(permission|not allowed|not permitted|forbidden|access denied|privilege|may not|not enabled|disabled|lacks).*");

    private final Connection connection;

    Failures(Connection connection) {
        this.connection = connection;
    }

    /// An answer whose status is not a success.
    CollectException of(Answer answer, Page said) {
        int status = answer.status();
        return switch (status) {
            case 401 -> unauthorized(status);
            case 403 -> isAboutToken(said) ? unauthorized(status) : forbidden(status, said);
            case 404 ->
                isAboutToken(said)
                        ? unauthorized(status)
                        : new CollectException.NotFound(
                                host() + " has no such path" + words(said) + ": check the host name", status);
            case 408 -> unavailable(status);
            case 429 ->
                new CollectException.RateLimited(
                        host() + " says that it is asked too often (429)",
                        RetryAfter.of(answer, connection.time().wall()));
            default -> other(status, said);
        };
    }

    private CollectException other(int status, Page said) {
        if (isAboutToken(said)) {
            return unauthorized(status);
        }
        return switch (status / 100) {
            case 3 ->
                new CollectException.Unreadable(
                        host() + " sends us elsewhere (" + status
                                + "), where the auth token must not go: enter the host" + " name of the console itself",
                        status);
            case 4 -> refused(status, said);
            case 5 -> unavailable(status);
            default -> new CollectException.Unreadable(host() + " answered with status " + status, status);
        };
    }

    /// Checks that an answer with a good status says success.
    void check(Page page, Answer answer) {
        if (page.result().equals("success")) {
            return;
        }
        if (page.result().isEmpty() && page.message().isEmpty()) {
            throw new CollectException.Unreadable(
                    host() + " answers, but not like a Canary Console: check the host name", answer.status());
        }
        if (isAboutToken(page)) {
            throw unauthorized(answer.status());
        }
        throw NO_RIGHT.matcher(page.message()).matches()
                ? forbidden(answer.status(), page)
                : refused(answer.status(), page);
    }

    CollectException notJson(Answer answer) {
        String type = answer.header("content-type").orElse("no content type");
        boolean html = type.toLowerCase(Locale.ROOT).contains("html");
        String cause = html
                ? "a web page instead of the console's answer: a proxy or a login page may be in between"
                : "something that is not JSON (" + clean(type) + ")";
        return new CollectException.Unreadable(host() + " sent " + cause, answer.status());
    }

    CollectException notAllowed(HostRefusedException e) {
        return new CollectException.Forbidden(message(e), 0);
    }

    CollectException unreadable(String what) {
        return new CollectException.Unreadable(host() + " " + what, 0);
    }

    String silent(IOException e) {
        return message(e);
    }

    String unfinished(IOException e) {
        return host() + " did not finish its answer: " + message(e);
    }

    /// Where even the smallest answer is cut.
    CollectException cut(Reading.Cut cut) {
        return cut.cause() instanceof OutboundException answered && isNoAnswer(answered.kind())
                ? new CollectException.Unreadable(cut.reason(), 0)
                : new CollectException.Unavailable(cut.reason(), 0);
    }

    private static boolean isNoAnswer(OutboundException.Kind kind) {
        return kind == OutboundException.Kind.TOO_LARGE || kind == OutboundException.Kind.MALFORMED;
    }

    private CollectException unauthorized(int status) {
        return new CollectException.Unauthorized(host() + " does not accept the auth token: enter a valid one", status);
    }

    private CollectException forbidden(int status, Page said) {
        return new CollectException.Forbidden(
                host() + " refuses this auth token" + words(said)
                        + ": use a global Read-Only key, and check that the console's API is enabled",
                status);
    }

    private CollectException refused(int status, Page said) {
        return new CollectException.Refused(
                host() + " refuses the request" + words(said) + " (" + status + ")", status);
    }

    private CollectException unavailable(int status) {
        return new CollectException.Unavailable(host() + " cannot answer now (" + status + ")", status);
    }

    private static boolean isAboutToken(Page said) {
        return NO_TOKEN.matcher(said.message()).matches();
    }

    private String words(Page said) {
        return said.message().isBlank() ? "" : " with the words \"" + clean(said.message()) + "\"";
    }

    private String message(IOException e) {
        return clean(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    /// One short line without the auth token, whatever the other side wrote.
    private String clean(String text) {
        String line = text.replace(connection.authToken().reveal(), "***").replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= WORDS ? line : line.substring(0, WORDS) + "...";
    }

    private String host() {
        return connection.host();
    }
}
