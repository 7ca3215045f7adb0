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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A list that changes while it is paged.
class ChangingListTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private FakeConsole console(Switches switches, int incidents) {
        FakeConsole console = new FakeConsole(switches, false, () -> clock.millis() * 1_000_000);
        for (int i = 0; i < incidents; i++) {
            console.put("inc-" + i);
        }
        return console;
    }

    /// A run in which something happens just before a request, counted from 1.
    private Run run(FakeConsole console, int request, Runnable happening) {
        return run(console, Map.of(request, happening));
    }

    private Run run(FakeConsole console, Map<Integer, Runnable> happenings) {
        int[] count = {0};
        return new Run(
                "incidents",
                new ScriptedOutbound(uri -> {
                    happenings.getOrDefault(++count[0], () -> {}).run();
                    return console.answer(uri);
                }),
                clock,
                folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesWhatMovedUpBehindAnOffsetWhereIdsGoUp(boolean bound) throws Exception {
        FakeConsole console = console(Switches.documented().clampedTo(3).withOffsets(bound), 10);
        Run run = run(console, 2, () -> console.put("inc-1"));

        run.round();

        assertThat(run.facts()).contains("inc-3@4");
        assertThat(run.state().part("marks").parts("kept")).hasSize(1);
    }

    @Test
    void seesWhatWasDeletedBehindAnOffsetWhereIdsGoUp() throws Exception {
        FakeConsole console = console(Switches.documented().clampedTo(3).withOffsets(false), 5);
        Run run = run(console, 2, () -> {
            console.delete("inc-0");
            console.delete("inc-1");
        });

        run.round();

        assertThat(run.facts()).containsAll(console.facts());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void readsThePageBeforeAgainWhereIdsGoDown(int request) throws Exception {
        FakeConsole console =
                console(Switches.documented().clampedTo(3).with(Paging.DOWN).withOffsets(true), 12);
        Run run = run(console, request, () -> console.put("inc-11"));

        run.round();

        assertThat(run.facts()).contains("inc-0@1", "inc-3@4", "inc-4@5", "inc-5@6", "inc-6@7", "inc-9@10");
    }

    @Test
    void doesNotVouchForWhatMayHaveMovedOntoTheFirstPage() throws Exception {
        FakeConsole console =
                console(Switches.documented().clampedTo(3).with(Paging.DOWN).withOffsets(true), 12);
        Run run = run(console, 2, () -> console.put("inc-11"));

        run.round();

        assertThat(Marks.of(run.state().part("marks")).position()).isEqualTo(8);
        assertThat(run.facts()).doesNotContain("inc-8@9");
        assertThat(run.round().facts()).containsAll(console.facts());
    }

    /// The state with id 13 shows after the one with id 14, just before the last page, and then the list moves up.
    @Test
    void seesWhatMovedUpAsANewStateShowedLateBelowAKnownOne() throws Exception {
        FakeConsole console =
                console(Switches.documented().clampedTo(3).with(Paging.DOWN).withOffsets(true), 12);
        Runnable growLateAndCome = () -> {
            console.put("inc-8", Duration.ofMinutes(5).toNanos());
            console.put("inc-12");
        };
        Run run = run(console, Map.of(2, growLateAndCome, 7, () -> clock.advance(Duration.ofMinutes(5))));

        run.round();

        assertThat(run.facts()).contains("inc-0@1", "inc-1@2", "inc-2@3", "inc-3@4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 30, 600})
    void comesBackForIdsThatBecameVisibleLate(int minutes) throws Exception {
        FakeConsole console = console(Switches.documented(), 5);
        console.put("inc-5", Duration.ofMinutes(9).toNanos());
        console.put("inc-6");
        Run run = run(console, 0, () -> {});

        for (int i = 0; i < 25; i++) {
            run.round();
            clock.advance(Duration.ofMinutes(minutes));
        }

        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void asksOnlyOnceAHourWhetherTheConsoleStillKnowsThePosition() throws Exception {
        FakeConsole console = console(Switches.documented(), 5);
        ScriptedOutbound outbound = new ScriptedOutbound(console);
        Run run = new Run("incidents", outbound, clock, folder);
        for (int i = 0; i < 40; i++) {
            run.round();
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(outbound.asked().stream()
                        .filter(asked -> asked.uri().toString().contains("event_limit")))
                .hasSize(3);
        assertThat(outbound.asked()).hasSize(43);
    }

    @Test
    void readsAllAnewAfterIdsHaveGoneBack() throws Exception {
        FakeConsole console = console(Switches.documented(), 5);
        Run run = run(console, 0, () -> {}).round();
        console.restore(2);
        console.put("inc-1");

        clock.advance(Duration.ofMinutes(61));
        run.round();

        assertThat(run.state().number("epoch")).isEqualTo(1);
        assertThat(run.records().getLast().version().epoch()).isEqualTo(1);
        assertThat(run.facts()).contains("inc-1@3");
    }

    @Test
    void takesADeletedNewestIncidentForThat() throws Exception {
        FakeConsole console = console(Switches.documented(), 5);
        Run run = run(console, 0, () -> {}).round();
        console.delete("inc-4");

        clock.restart();
        run.round();
        clock.restart();
        run.round();

        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void staysCalmWhereEverythingWasDeleted() throws Exception {
        FakeConsole console = console(Switches.documented(), 1);
        Run run = run(console, 0, () -> {}).round();
        console.delete("inc-0");

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofHours(2));
            run.round();
        }

        assertThat(run.state().number("epoch")).isEqualTo(1);
    }
}
