// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.collect.Switches.Paging;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private FakeConsole console(Switches switches, int records) {
        FakeConsole console = new FakeConsole(switches, true, () -> clock.millis() * 1_000_000);
        for (int i = 0; i < records; i++) {
            console.put("act-" + i);
        }
        return console;
    }

    private static Switches newestFirst() {
        return Switches.documented().with(Paging.DOWN);
    }

    private Run run(ScriptedOutbound.Script script) {
        return new Run("audit_trail", new ScriptedOutbound(script), clock, folder);
    }

    @Test
    void bringsNewRecordsDuringALongFirstWalk() throws Exception {
        FakeConsole console = console(newestFirst().clampedTo(10), 1_000);
        Run run = run(console);
        run.fetch();
        console.put("act-5000");

        for (int i = 0; i < 12; i++) {
            run.fetch();
        }

        assertThat(run.facts()).contains("act-5000@1001").doesNotContain("act-0@1");
        assertThat(run.round().facts()).isEqualTo(console.facts());
    }

    @Test
    void bringsNewRecordsFirstAfterAMinute() throws Exception {
        FakeConsole console = console(newestFirst().clampedTo(10), 1_000);
        Run run = run(console);
        run.fetch();
        run.fetch();
        console.put("act-5000");
        clock.advance(Duration.ofMinutes(1));

        run.fetch();

        assertThat(run.facts()).contains("act-5000@1001");
    }

    @Test
    void goesOnWhereTheFirstWalkWasCut() throws Exception {
        FakeConsole console = console(newestFirst().clampedTo(10), 1_000);
        ScriptedOutbound outbound = new ScriptedOutbound(console);
        Run run = new Run("audit_trail", outbound, clock, folder);
        for (int i = 0; i < 60; i++) {
            run.fetch();
        }
        clock.restart();

        run.round();

        assertThat(run.facts()).isEqualTo(console.facts());
        assertThat(outbound.asked()).hasSizeLessThan(130);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsABurstBehindAForgottenLowerBound(boolean forgetful) throws Exception {
        Switches switches = newestFirst().clampedTo(10);
        FakeConsole console = console(forgetful ? switches.forgettingFilters() : switches, 300);
        ScriptedOutbound outbound = new ScriptedOutbound(console);
        Run run = new Run("audit_trail", outbound, clock, folder).round();
        for (int i = 0; i < 100; i++) {
            console.put("burst-" + i);
        }
        int before = outbound.asked().size();

        run.round();

        assertThat(run.facts()).isEqualTo(console.facts());
        assertThat(outbound.asked().size() - before).isLessThan(16);
    }

    @Test
    void asksOneSmallQuestionWhereNothingIsNew() throws Exception {
        ScriptedOutbound outbound = new ScriptedOutbound(console(newestFirst(), 30));
        Run run = new Run("audit_trail", outbound, clock, folder).round();
        int before = outbound.asked().size();

        run.round();

        assertThat(outbound.asked())
                .hasSize(before + 1)
                .last()
                .satisfies(asked -> assertThat(asked.uri()).hasQuery("after_id=30&limit=1000"));
    }

    @Test
    void startsAnewWhereACursorIsRefused() throws Exception {
        FakeConsole console = console(newestFirst().clampedTo(10), 200);
        Run run = run(console);
        for (int i = 0; i < 5; i++) {
            run.fetch();
        }
        console.refuseGivenCursors();

        run.round();

        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void readsAllAnewAfterTheNumberingWasRestarted() throws Exception {
        FakeConsole console = console(newestFirst(), 30);
        Run run = run(console).round();
        console.restore(0);
        console.put("act-100");
        clock.advance(Duration.ofMinutes(61));

        run.round();

        assertThat(run.facts()).contains("act-100@1");
        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void isNotDisturbedByAPurge() throws Exception {
        FakeConsole console = console(newestFirst().clampedTo(10), 100);
        Run run = run(console);
        run.fetch();
        run.fetch();
        for (int i = 0; i < 50; i++) {
            console.delete("act-" + i);
        }

        run.round();

        assertThat(run.facts()).containsAll(console.facts());
        assertThat(run.state().number("epoch")).isZero();
    }
}
