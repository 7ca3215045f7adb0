// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.connector.LoopbackOutbound;
import dev.birdsong.testkit.connector.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The console of the contract over HTTP, with each of its open points read one way and another.
class SimulatorTest {

    private static final Pattern UPDATED_ID = Pattern.compile("\"updated_id\":\\s*\"?(\\d+)");
    private static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d+)");
    private static final String TOKEN = "sesame";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final LoopbackOutbound outbound = new LoopbackOutbound(Duration.ofSeconds(20));
    private SimulatedConsole console;

    @TempDir
    private Path folder;

    SimulatorTest() throws IOException {
        console = started(settings());
    }

    @AfterEach
    void stop() throws IOException {
        outbound.close();
        console.close();
    }

    private static ConsoleSettings settings() {
        return ConsoleSettings.defaults()
                .withToken(TOKEN)
                .withPopulation(Population.small()
                        .withIncidents(230)
                        .withEvents(2)
                        .withAudit(170)
                        .withDevices(7))
                .with("maximum-limit", "40");
    }

    private SimulatedConsole started(ConsoleSettings settings) throws IOException {
        return SimulatedConsole.start(settings, clock);
    }

    private Run run(String contentType) {
        return new Run(contentType, console.host(), outbound, clock, folder);
    }

    /// Lets enough happen and enough rounds go by, and compares with the truth.
    private void check() throws Exception {
        Run incidents = run("incidents").round();
        Run audit = run("audit_trail").round();
        assertThat(ids(incidents, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        List<String> known = console.incidentIds().toList();
        console.attack(3);
        console.append(known.getFirst(), 2);
        console.acknowledge(known.get(50));
        console.enrich(known.get(60));
        console.delete(known.get(70));
        for (int i = 0; i < 100; i++) {
            console.act();
        }
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofMinutes(6));
            incidents.round();
            audit.round();
        }
        assertThat(ids(incidents, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        assertThat(ids(audit, ID)).containsAll(truth("audit", ID));
        assertThat(incidents.quarantined()).isEmpty();
        assertThat(audit.quarantined()).isEmpty();
    }

    private static Set<String> ids(Run run, Pattern pattern) {
        return run.records().stream()
                .map(LakeRecord::document)
                .flatMap(document -> pattern.matcher(document.json()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Set<String> truth(String kind, Pattern pattern) throws Exception {
        URI uri = URI.create("http://" + console.host() + "/_truth?brief=true&kind=" + kind);
        try (InputStream body = outbound.get(uri, Map.of()).body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\"kind\":\"" + kind))
                    .flatMap(line -> pattern.matcher(line).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "maximum-limit,0",
        "maximum-limit,1000",
        "maximum-limit,1",
        "unpaged-cursor,nulls",
        "last-page-cursor,absent",
        "last-page-cursor,null",
        "max-updated-id,console",
        "max-updated-id,null",
        "max-updated-id,page-or-null",
        "page-order,descending",
        "page-order,reversed",
        "after-id,forgotten",
        "after-id,kept",
        "after-id,refused",
        "empty-incidents,null",
        "empty-incidents,absent",
        "acknowledge-bumps,false",
        "enrichment-changes-events,false",
        "rollback-logtype,22011",
        "event-limit-keeps,last",
        "shrink-default,false",
        "native-types,true",
        "cursor-points-at,offset",
        "silent-mutation,true",
        "key-order,reverse",
        "gzip,false",
        "ignore-limit,true",
        "hostile,true"
    })
    void isReadToItsEndHoweverItAnswers(String name, String value) throws Exception {
        console.set(name, value);

        check();
    }

    @ParameterizedTest
    @CsvSource({"ascending,id", "ascending,offset", "descending,id", "descending,offset", "reversed,offset"})
    void isReadToItsEndThoughIdsBecomeVisibleLate(String order, String cursor) throws Exception {
        console.set("page-order", order);
        console.set("cursor-points-at", cursor);
        console.set("late-share", "0.5");
        console.set("late-requests", "4");

        check();
    }

    @Test
    void isReadToItsEndThoughCursorsExpire() throws Exception {
        Run run = run("incidents");
        run.fetch();
        run.fetch();
        console.expireCursors();

        run.round();

        assertThat(ids(run, UPDATED_ID)).isEqualTo(truth("incident", UPDATED_ID));
    }

    @Test
    void isReadAnewAfterAMigration() throws Exception {
        Run run = run("incidents").round();
        console.renumber();
        clock.pass(Duration.ofMinutes(61));

        run.round();

        assertThat(ids(run, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void isReadAnewAfterItsAuditTrailWasRestored() throws Exception {
        Run run = run("audit_trail").round();
        console.rewindAudit(100);
        console.act();
        clock.pass(Duration.ofMinutes(61));

        run.round();

        assertThat(ids(run, ID)).containsAll(truth("audit", ID));
        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void showsEachDeviceAndEachAsset() throws Exception {
        Run run = run("devices").round();

        assertThat(run.records()).hasSize(2 * console.deviceIds().size());
    }

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

        assertThat(failure).isInstanceOf(CollectException.Forbidden.class);
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
        clock.pass(Duration.ofMinutes(11));
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
        for (String fault : new String[] {"status=503", "cut=5000", "reset", "broken-at=3", "too-many=1", "proxy-page"}) {
            console.fault(Fault.parse(fault + ",probability=0.05"));
        }
        Run run = run("incidents");
        for (int i = 0; i < 60; i++) {
            try {
                run.fetch();
            } catch (CollectException e) {
                clock.pass(Duration.ofMinutes(1));
            }
        }
        console.clearFaults();
        clock.pass(Duration.ofMinutes(11));

        run.round();

        assertThat(ids(run, UPDATED_ID)).isEqualTo(truth("incident", UPDATED_ID));
        assertThat(run.quarantined()).isEmpty();
    }
}
