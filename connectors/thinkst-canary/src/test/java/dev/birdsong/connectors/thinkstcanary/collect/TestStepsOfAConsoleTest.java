// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.connector.TestStep;
import dev.birdsong.spi.connector.TestStep.Result;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.outbound.OutboundException;
import dev.birdsong.spi.outbound.OutboundException.Kind;
import dev.birdsong.spi.outbound.Reached;
import dev.birdsong.spi.outbound.Reached.Certificate;
import dev.birdsong.spi.outbound.Reached.Tls;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a test reads from the head of an answer, and from a way out that led to none.
class TestStepsOfAConsoleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static TestReport test(Outbound outbound) throws InterruptedException {
        Connection connection = new Connection(
                Run.ORIGIN, "console.example", new Secret("sesame"), outbound, new SettableClock(NOW).time());
        return new TimedCheck(connection, Path.of("."), Duration.ofSeconds(50)).run(Set.of(), TestListener.NONE);
    }

    private static TestStep step(TestReport report, String name) {
        return report.steps().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outbound answering(Reached reached, Map<String, String> headers) {
        return (uri, sent) -> {
            Answer plain = ScriptedOutbound.answer(200, headers, "{\"result\":\"success\"}");
            return new Answer(200, headers, plain.body(), reached);
        };
    }

    private static Reached expiring(Duration left) {
        Certificate own = new Certificate("CN=console.example", "CN=Authority", NOW.plus(left));
        return new Reached("198.51.100.7", Optional.of(new Tls("TLSv1.3", List.of(own))));
    }

    @ParameterizedTest
    @CsvSource({"P15D,PASSED", "P13D,WARNED"})
    void showsTheCertificateAndWarnsBeforeItExpires(Duration left, Result result) throws Exception {
        TestReport report = test(answering(expiring(left), Map.of()));

        assertThat(step(report, "Host name").detail()).isEqualTo("console.example is reached at 198.51.100.7");
        assertThat(step(report, "TLS").result()).isEqualTo(result);
        assertThat(step(report, "TLS").detail())
                .contains("TLSv1.3", "CN=console.example", "CN=Authority", "in " + left.toDays() + " days");
    }

    @ParameterizedTest
    @CsvSource({"'Tue, 24 Nov 2026 12:00:20 GMT',PASSED", "'Tue, 24 Nov 2026 11:57:00 GMT',WARNED", "noon,SKIPPED"})
    void comparesTheClocks(String date, Result result) throws Exception {
        TestReport report = test(answering(Reached.UNKNOWN, Map.of("date", date)));

        assertThat(step(report, "Clock").result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "HOST_REFUSED,Host name,HOST_NOT_ALLOWED",
        "NAME_NOT_FOUND,Host name,NAME_NOT_FOUND",
        "NOT_CONNECTED,Connection,NOT_CONNECTED",
        "PROXY_REFUSED,Connection,NOT_CONNECTED",
        "TLS_REFUSED,TLS,TLS_REFUSED",
        "TIMED_OUT,Ping,TIMED_OUT",
        "BROKEN_OFF,Ping,BROKEN_OFF",
        "MALFORMED,Ping,UNREADABLE",
        "TOO_LARGE,Ping,UNREADABLE"
    })
    void saysWhereTheWayOutEnded(Kind kind, String step, Advice advice) throws Exception {
        TestReport report = test((uri, headers) -> {
            throw new OutboundException(kind, "this is why");
        });

        assertThat(step(report, step)).satisfies(failed -> {
            assertThat(failed.result()).isEqualTo(Result.FAILED);
            assertThat(failed.detail()).isEqualTo("this is why");
        });
        assertThat(report)
                .isInstanceOfSatisfying(
                        TestReport.Failure.class,
                        failed -> assertThat(failed.failure().advice()).isEqualTo(advice));
    }

    @Test
    void readsNothingOfTheKeysThatItMayList() throws Exception {
        TestReport report = test((uri, headers) -> ScriptedOutbound.json(
                200, "{\"auth_tokens\":[{\"auth_token\":\"of-somebody-else\"}],\"result\":\"success\"}"));

        assertThat(step(report, "Rights of the key").result()).isEqualTo(Result.WARNED);
        assertThat(report.toString()).doesNotContain("of-somebody-else");
    }
}
