// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.connectors.thinkstcanary.collect.Switches.Paging;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRecordTest {

    private static final int COUNT = 40;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private FakeConsole console(Switches switches, boolean audit, long... broken) {
        FakeConsole console = new FakeConsole(switches, audit, () -> clock.millis() * 1_000_000);
        for (int i = 0; i < COUNT; i++) {
            console.put("inc-" + i);
        }
        for (long id : broken) {
            console.breakRecord(id);
        }
        return console;
    }

    private ScriptedOutbound outbound(FakeConsole console) {
        return new ScriptedOutbound(console);
    }

    private Run run(FakeConsole console, ScriptedOutbound outbound) {
        return new Run(console.audit() ? "audit_trail" : "incidents", outbound, clock, folder);
    }

    private static Set<String> without(FakeConsole console, String... facts) {
        Set<String> rest = new HashSet<>(console.facts());
        rest.removeAll(Set.of(facts));
        return rest;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20, 39, 40})
    void isTheOnlyOneLeftOutWhereIdsGoUp(long id) throws Exception {
        for (Switches switches : new Switches[] {
            Switches.documented(),
            Switches.documented().withCursorsLast(),
            Switches.documented().clampedTo(7)
        }) {
            FakeConsole console = console(switches, false, id);
            ScriptedOutbound outbound = outbound(console);
            Run run = run(console, outbound);

            run.round();

            assertThat(run.facts()).isEqualTo(without(console, "inc-" + (id - 1) + "@" + id));
            assertThat(run.quarantined())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.content().json()).contains("\"inc-" + (id - 1) + "\""));
            assertThat(outbound.asked()).hasSizeLessThan(60);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20, 40})
    void isTheOnlyOneLeftOutWhereIdsGoDown(long id) throws Exception {
        for (boolean audit : new boolean[] {true, false}) {
            FakeConsole console = console(Switches.documented().with(Paging.DOWN), audit, id);
            Run run = run(console, outbound(console));

            try {
                run.round();
                assertThat(run.quarantined()).hasSize(1);
            } catch (CollectException.Unreadable e) {
                // the last one of all: there is no cursor that leads past it
                assertThat(id).isEqualTo(1);
            }

            assertThat(run.facts()).isEqualTo(without(console, "inc-" + (id - 1) + "@" + id));
        }
    }

    @Test
    void isFoundBetweenIdsThatAreFarApart() throws Exception {
        FakeConsole console = console(Switches.documented());
        console.skipIds(1_000_000);
        long id = console.put("inc-99");
        console.put("inc-98");
        console.breakRecord(id);
        ScriptedOutbound outbound = outbound(console);
        Run run = run(console, outbound);

        run.round();

        assertThat(run.facts()).isEqualTo(without(console, "inc-99@" + id));
        assertThat(outbound.asked()).hasSizeLessThan(60);
    }

    private FakeConsole console(Switches switches) {
        return console(switches, false);
    }

    @Test
    void mayHaveANeighbourThatIsBrokenToo() throws Exception {
        FakeConsole console = console(Switches.documented(), false, 20, 21, 23);
        Run run = run(console, outbound(console));

        run.round();

        assertThat(run.facts()).isEqualTo(without(console, "inc-19@20", "inc-20@21", "inc-22@23"));
        assertThat(run.quarantined()).hasSize(3);
    }

    @Test
    void isNotGivenUpWhereItCanBeReadAgain() throws Exception {
        FakeConsole console = console(Switches.documented(), false, 20);
        Run run = run(console, outbound(console));
        run.fetch();
        console.mend();

        run.round();

        assertThat(run.facts()).isEqualTo(console.facts());
        assertThat(run.quarantined()).isEmpty();
    }

    @Test
    void isPassedInTheAuditTrailWhereItIsTheOldestNewOne() throws Exception {
        FakeConsole console = console(Switches.documented().with(Paging.DOWN).withCursorsLast(), true);
        Run run = run(console, outbound(console)).round();
        console.breakRecord(console.put("inc-50"));

        run.round();
        console.put("inc-51");
        run.round();

        assertThat(run.facts()).isEqualTo(without(console, "inc-50@41"));
        assertThat(run.quarantined().stream().map(Quarantined::id).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20, 39, 40})
    void isPassedWhereIdsGoDownThoughTheCursorComesBehindIt(long id) throws Exception {
        FakeConsole console = console(Switches.documented().with(Paging.DOWN).withCursorsLast(), true, id);
        Run run = run(console, outbound(console));

        run.round();

        assertThat(run.facts()).isEqualTo(without(console, "inc-" + (id - 1) + "@" + id));
        assertThat(run.quarantined().stream().distinct())
                .singleElement()
                .satisfies(kept -> assertThat(kept.content().json())
                        .isEqualTo("{\"id\":\"inc-" + (id - 1) + "\",,\"updated_id\":" + id + "}"));
    }

    @Test
    void isNotPassedWhereOthersWouldBeLeftOutWithIt() {
        FakeConsole console = console(Switches.documented().with(Paging.DOWN).withCursorsLast(), true, 20);
        ScriptedOutbound outbound = new ScriptedOutbound(
                uri -> console.answer(URI.create(uri.toString().replace("limit=1", "limit=10"))));
        Run run = run(console, outbound);

        assertThatThrownBy(run::round)
                .isInstanceOf(CollectException.Unreadable.class)
                .hasMessageContaining("console.example");

        assertThat(run.quarantined()).isEmpty();
    }

    @Test
    void isNotSeenInAnAnswerThatIsNoJsonAtAll() {
        Run run = new Run(
                "incidents",
                new ScriptedOutbound(uri -> ScriptedOutbound.answer(
                        200, java.util.Map.of("content-type", "text/html"), "<html>sign in</html>")),
                clock,
                folder);

        assertThatThrownBy(run::round)
                .isInstanceOf(CollectException.Unreadable.class)
                .hasMessageContaining("proxy");

        assertThat(run.quarantined()).isEmpty();
    }

    @Test
    void isNotTakenFromAConsoleThatSendsNothingReadable() {
        FakeConsole console = console(Switches.documented());
        for (long id = 1; id <= COUNT; id++) {
            console.breakRecord(id);
        }
        Run run = run(console, outbound(console));

        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unreadable.class);

        assertThat(run.quarantined()).hasSizeLessThan(COUNT);
    }
}
