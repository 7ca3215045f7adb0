// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.CollectException.Forbidden;
import dev.birdsong.spi.connector.CollectException.NotFound;
import dev.birdsong.spi.connector.CollectException.RateLimited;
import dev.birdsong.spi.connector.CollectException.Refused;
import dev.birdsong.spi.connector.CollectException.Unauthorized;
import dev.birdsong.spi.connector.CollectException.Unavailable;
import dev.birdsong.spi.connector.CollectException.Unreadable;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.outbound.OutboundException;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.CutBody;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private CollectException failure(String contentType, Outbound outbound) {
        Run run = new Run(contentType, outbound, clock, folder);
        return catchThrowableOfType(CollectException.class, run::round);
    }

    private CollectException failure(Answer answer) {
        return failure("incidents", (uri, headers) -> answer);
    }

    private static Arguments of(int status, String message, Class<? extends CollectException> kind) {
        return Arguments.of(status, "{\"message\":\"" + message + "\",\"result\":\"error\"}", kind);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                of(401, "", Unauthorized.class),
                of(401, "Invalid auth_token", Unauthorized.class),
                of(200, "Invalid auth_token", Unauthorized.class),
                of(403, "Unauthorized", Unauthorized.class),
                of(400, "Invalid auth_token.", Unauthorized.class),
                of(403, "This key may only read its flock", Forbidden.class),
                of(200, "You do not have permission", Forbidden.class),
                of(200, "The API is disabled", Forbidden.class),
                of(404, "", NotFound.class),
                of(400, "Parameter limit was invalid.", Refused.class),
                of(200, "Parameter limit was invalid.", Refused.class),
                of(422, "", Refused.class),
                of(429, "", RateLimited.class),
                of(500, "", Unavailable.class),
                of(503, "", Unavailable.class),
                of(408, "", Unavailable.class),
                of(302, "", Unreadable.class),
                Arguments.of(200, "{}", Unreadable.class),
                Arguments.of(200, "[]", Unreadable.class),
                Arguments.of(200, "", Unreadable.class),
                Arguments.of(200, "\"success\"", Unreadable.class),
                Arguments.of(200, "{\"incidents\":[],\"result\":\"failure\"}", Refused.class),
                Arguments.of(502, "<html>Bad gateway</html>", Unavailable.class),
                Arguments.of(404, "<html>nginx</html>", NotFound.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isOfTheKindThatTheAnswerTells(int status, String body, Class<? extends CollectException> kind) {
        for (String contentType : new String[] {"incidents", "audit_trail", "devices"}) {
            CollectException failure = failure(contentType, (uri, headers) -> ScriptedOutbound.json(status, body));

            assertThat(failure).isInstanceOf(kind).hasMessageContaining("console.example");
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.getMessage()).doesNotContain("sesame", "http", "since", "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7,PT7S",
        "0,PT0S",
        "3601,PT1H",
        "99999999999999999999,PT1H",
        "'Tue, 24 Nov 2026 12:00:30 GMT',PT30S",
        "'Tue, 24 Nov 2026 11:00:00 GMT',PT0S",
        "'Tue, 24 Nov 2026 18:00:00 GMT',PT1H"
    })
    void tellsHowLongToWaitButNotOverAnHour(String retryAfter, Duration wait) {
        CollectException failure =
                failure(ScriptedOutbound.answer(429, Map.of("retry-after", retryAfter), "<html>slow down</html>"));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).contains(wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5", "Tue, 24 Nov"})
    void doesNotGuessHowLongToWait(String retryAfter) {
        CollectException failure = failure(ScriptedOutbound.answer(429, Map.of("retry-after", retryAfter), "{}"));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEmpty());
    }

    @Test
    void namesTheLikelyCauseOfAWebPage() {
        CollectException failure = failure(
                ScriptedOutbound.answer(200, Map.of("content-type", "text/html; charset=utf-8"), "<!DOCTYPE html>"));

        assertThat(failure)
                .isInstanceOf(Unreadable.class)
                .hasMessage("console.example sent a web page instead of the console's answer:"
                        + " a proxy or a login page may be in between");
    }

    @Test
    void saysWhyNothingCame() {
        CollectException failure = failure("incidents", (uri, headers) -> {
            throw new IOException("console.example refused the connection");
        });

        assertThat(failure).isInstanceOf(Unavailable.class).hasMessage("console.example refused the connection");
    }

    @Test
    void isUnreadableWhereEvenOneRecordIsTooLarge() {
        List<String> asked = new ArrayList<>();
        CollectException failure = failure("incidents", (uri, headers) -> {
            asked.add(uri.getQuery());
            return endingIn(new OutboundException(OutboundException.Kind.TOO_LARGE, "it unpacks to too much"));
        });

        assertThat(failure).isInstanceOf(Unreadable.class).hasMessageContaining("it unpacks to too much");
        assertThat(asked).anyMatch(query -> query.contains("limit=1&"));
    }

    @Test
    void isUnreadableWhereAnAnswerIsNotPackedAsItSays() {
        CollectException failure = failure(
                "incidents",
                (uri, headers) -> endingIn(new OutboundException(OutboundException.Kind.MALFORMED, "it is not gzip")));

        assertThat(failure).isInstanceOf(Unreadable.class).hasMessageContaining("it is not gzip");
    }

    private static Answer endingIn(IOException failure) {
        Answer whole = ScriptedOutbound.json(200, "{\"incidents\":[]}");
        return new Answer(200, whole.headers(), new CutBody(whole.body(), 9, failure));
    }

    @Test
    void isForbiddenWhereTheOperatorDoesNotAllowTheHost() {
        CollectException failure = failure("incidents", (uri, headers) -> {
            throw new HostRefusedException("console.example is not listed");
        });

        assertThat(failure).isInstanceOf(Forbidden.class).hasMessage("console.example is not listed");
    }

    @Test
    void hidesATokenThatTheConsoleRepeats() {
        CollectException failure =
                failure(ScriptedOutbound.json(400, "{\"message\":\"bad sesame\\n or so\",\"result\":\"error\"}"));

        assertThat(failure).hasMessageContaining("bad *** or so");
    }

    @Test
    void refusesAPositionOfANewerVersion() {
        Run run = new Run("incidents", (uri, headers) -> ScriptedOutbound.json(200, "{}"), clock, folder);
        run.goOnFrom("{\"v\":2}");

        assertThat(catchThrowableOfType(CollectException.class, run::round)).hasMessageContaining("newer version");
    }

    @Test
    void refusesAPositionThatIsNone() {
        Run run = new Run("devices", (uri, headers) -> ScriptedOutbound.json(200, "{}"), clock, folder);
        run.goOnFrom("[1");

        assertThat(catchThrowableOfType(CollectException.class, run::round)).hasMessageContaining("cannot be read");
    }
}
