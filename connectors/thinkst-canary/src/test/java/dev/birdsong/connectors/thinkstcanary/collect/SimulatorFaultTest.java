// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.spi.connector.CollectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong between the collector and the console of the contract, over HTTP.
class SimulatorFaultTest extends SimulatedFixture {

    @ParameterizedTest
    @CsvSource({"200,Invalid", "401,Invalid", "403,Invalid"})
    void mayRefuseATokenWithAnyStatus(int status, String ignored) throws Exception {
        console.close();
        console = started(settings().withToken("another").with("bad-token-status", Integer.toString(status)));

        assertThat(catchThrowableOfType(CollectException.Unauthorized.class, run("incidents")::round))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"role-refused,403", "role-refused,200", "api-disabled,403", "api-disabled,200"})
    void mayRefuseAKey(String access, String status) {
        console.set("access", access);
        console.set("refusal-status", status);

        CollectException failure = catchThrowableOfType(CollectException.class, run("incidents")::round);

        // with status 200 only the console's own words tell, and those are not documented
        assertThat(failure).isInstanceOfAny(CollectException.Forbidden.class, CollectException.Refused.class);
        assertThat(failure instanceof CollectException.Forbidden || status.equals("200"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "too-many=5,RateLimited",
        "too-many=none,RateLimited",
        "status=503,Unavailable",
        "'status=502,html=true',Unavailable",
        "status=500,Unavailable",
        "reset,Unavailable",
        "cut=300,Unavailable",
        "proxy-page,Unreadable",
        "error-result,Refused"
    })
    void losesNothingByAFailure(String fault, String kind) throws Exception {
        Run run = run("incidents");
        run.fetch();
        console.fault(Fault.parse(fault));

        CollectException failure = catchThrowableOfType(CollectException.class, () -> {
            for (int i = 0; i < 30; i++) {
                run.fetch();
            }
        });
        console.clearFaults();
        clock.advance(Duration.ofMinutes(11));
        run.round();

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(ids(run, UPDATED_ID)).isEqualTo(truth("incident", UPDATED_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascending", "descending"})
    void losesOnlyTheBrokenRecord(String order) throws Exception {
        console.set("page-order", order);
        String broken = console.incidentIds().toList().get(100);
        console.fault(Fault.parse("broken-record=" + broken));
        Run run = run("incidents");

        run.round();

        assertThat(ids(run, UPDATED_ID)).hasSize(229);
        assertThat(run.quarantined()).hasSize(1);
    }

    @Test
    void losesNothingByRandomFaults() throws Exception {
        for (String fault :
                new String[] {"status=503", "cut=5000", "reset", "broken-at=3", "too-many=1", "proxy-page"}) {
            console.fault(Fault.parse(fault + ",probability=0.05"));
        }
        Run run = run("incidents");
        for (int i = 0; i < 60; i++) {
            try {
                run.fetch();
            } catch (CollectException e) {
                clock.advance(Duration.ofMinutes(1));
            }
        }
        console.clearFaults();
        clock.advance(Duration.ofMinutes(11));

        run.round();

        assertThat(ids(run, UPDATED_ID)).isEqualTo(truth("incident", UPDATED_ID));
        assertThat(run.quarantined()).isEmpty();
    }
}
