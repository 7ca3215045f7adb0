// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.connector.TestStep;
import dev.birdsong.spi.connector.TestStep.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a test says of a console that answers by its contract, or does not.
class TimedCheckTest extends SimulatedFixture {

    private static final Duration PLENTY = Duration.ofSeconds(50);
    private static final Set<ContentType> ALL = new LinkedHashSet<>(new ThinkstCanary(Path.of(".")).contentTypes());

    private final List<TestStep> told = new ArrayList<>();

    private TestReport test(Duration patience) throws InterruptedException {
        return new TimedCheck(connection(), folder(), patience).run(ALL, told::add);
    }

    private static Result result(TestReport report, String name) {
        return report.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .result();
    }

    @Test
    void passesWhatAnswersByItsContract() throws Exception {
        TestReport report = test(PLENTY);

        assertThat(report).isInstanceOf(TestReport.Success.class);
        assertThat(report.steps())
                .isEqualTo(told)
                .extracting(TestStep::name)
                .containsExactly(
                        "Host name",
                        "Connection",
                        "TLS",
                        "Ping",
                        "Incidents",
                        "Audit Trail Logs",
                        "Devices",
                        "Clock",
                        "Latency",
                        "Rights of the key");
        assertThat(report.steps()).extracting(TestStep::result).doesNotContain(Result.FAILED, Result.WARNED);
    }

    @Test
    void warnsOfAKeyWithMoreRightsThanReadingNeeds() throws Exception {
        console.set("access", "admin");

        TestReport report = test(PLENTY);

        assertThat(report).isInstanceOf(TestReport.Success.class);
        assertThat(result(report, "Rights of the key")).isEqualTo(Result.WARNED);
    }

    @Test
    void passesAKeyThatIsRefusedWithAGoodStatus() throws Exception {
        console.set("refusal-status", "200");

        assertThat(result(test(PLENTY), "Rights of the key")).isEqualTo(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "status=400,Ping,400,BAD_REQUEST",
        "status=401,Ping,401,UNAUTHORIZED",
        "status=403,Ping,403,FORBIDDEN",
        "status=404,Ping,404,NOT_FOUND",
        "too-many=5,Ping,429,TOO_MANY_REQUESTS",
        "status=500,Ping,500,SERVER_ERROR",
        "'status=502,html=true',Ping,502,SERVER_ERROR",
        "proxy-page,Ping,200,WEB_PAGE",
        "reset,Ping,0,BROKEN_OFF",
        "error-result,Ping,200,BAD_REQUEST",
        "'status=403,path=/api/v1/audit_trail',Audit Trail Logs,403,FORBIDDEN",
        "'cut=50,path=/api/v1/incidents',Incidents,0,BROKEN_OFF",
        "'status=503,path=/api/v1/devices',Devices,503,SERVER_ERROR"
    })
    void saysWhichStepFailedAndWhatToLookAt(String fault, String step, int status, Advice advice) throws Exception {
        console.fault(Fault.parse(fault));

        TestReport report = test(PLENTY);

        assertThat(report).isInstanceOfSatisfying(TestReport.Failure.class, failed -> {
            assertThat(failed.failure().status()).isEqualTo(status);
            assertThat(failed.failure().advice()).isEqualTo(advice);
            assertThat(failed.failure().getMessage()).doesNotContain("sesame", "\n");
        });
        assertThat(result(report, step)).isEqualTo(Result.FAILED);
        assertThat(report.steps())
                .filteredOn(each -> each.result() == Result.FAILED)
                .hasSize(1);
        assertThat(report.steps()).last().extracting(TestStep::result).isEqualTo(Result.SKIPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay=30s", "slow=1"})
    void endsByItselfHoweverSlowTheConsoleIs(String fault) throws Exception {
        console.fault(Fault.parse(fault));

        TestReport report = test(Duration.ofMillis(400));

        assertThat(report)
                .isInstanceOfSatisfying(
                        TestReport.Failure.class,
                        failed -> assertThat(failed.failure().advice()).isEqualTo(Advice.TIMED_OUT));
        assertThat(told).isEqualTo(report.steps()).hasSize(10);
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        console.close();

        TestReport report = test(PLENTY);

        assertThat(report).isInstanceOf(TestReport.Failure.class);
        assertThat(report.steps()).extracting(TestStep::result).doesNotContain(Result.WARNED);
    }
}
