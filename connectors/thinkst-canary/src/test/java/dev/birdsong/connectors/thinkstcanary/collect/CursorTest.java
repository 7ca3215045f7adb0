// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.connectors.thinkstcanary.collect.Switches.Paging;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

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

    private Run run(ScriptedOutbound.Script script) {
        return new Run("incidents", new ScriptedOutbound(script), clock, folder);
    }

    private static boolean hasCursor(URI uri) {
        return FakeConsole.query(uri).containsKey("cursor");
    }

    private static Answer page(String cursor, long... ids) {
        StringBuilder list = new StringBuilder();
        for (long id : ids) {
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"description\":{},\"id\":\"inc-%d\",\"updated_id\":%d}".formatted(id, id));
        }
        return ScriptedOutbound.json(
                200, "{\"cursor\":{\"next\":\"" + cursor + "\"},\"incidents\":[" + list + "],\"result\":\"success\"}");
    }

    @ParameterizedTest
    @EnumSource(Paging.class)
    void startsTheWalkAnewWhereItIsNoLongerAccepted(Paging order) throws Exception {
        FakeConsole console = console(Switches.documented().with(order).clampedTo(3), 20);
        Run run = run(console);
        run.fetch();
        run.fetch();
        console.refuseGivenCursors();

        run.round();

        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void mayExpireAsOftenAsItWillWhereIdsGoUp() throws Exception {
        FakeConsole console = console(Switches.documented().clampedTo(3), 100);
        Run run = run(console);
        for (int pages = 1; run.fetch(); pages++) {
            if (pages % 5 == 0) {
                console.refuseGivenCursors();
            }
        }

        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void isGivenUpWhereItIsNeverAcceptedAndTriedAgainLater(int status) throws Exception {
        FakeConsole console = console(Switches.documented().clampedTo(3), 20);
        boolean[] mended = {false};
        Run run = run(uri -> hasCursor(uri) && !mended[0]
                ? ScriptedOutbound.json(status, "{\"message\":\"no\",\"result\":\"error\"}")
                : console.answer(uri));

        assertThatThrownBy(run::round)
                .isInstanceOf(CollectException.Unreadable.class)
                .hasMessageContaining("cursors");

        mended[0] = true;
        clock.advance(Duration.ofMinutes(11));
        run.round();
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void mayNotLeadToItself() {
        Run run = run(uri -> hasCursor(uri) ? page("again", 3, 4) : page("again", 1, 2));

        assertThatThrownBy(run::round)
                .isInstanceOf(CollectException.Unreadable.class)
                .hasMessage("console.example sends the same page again and again");
    }

    @Test
    void mayNotLeadRoundInACircle() {
        int[] count = {0};
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            boolean probe = FakeConsole.query(uri).containsKey("event_limit");
            int at = probe ? count[0] : count[0]++;
            return page("c" + at % 2, at % 2 * 2 + 1, at % 2 * 2 + 2);
        });
        Run run = new Run("incidents", outbound, clock, folder);

        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unreadable.class);

        assertThat(count[0]).isLessThan(16);
    }

    @Test
    void mayNotLeadNowhere() {
        int[] count = {0};
        Run run = run(uri -> hasCursor(uri) ? page("c" + count[0]++) : page("first", 1));

        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unreadable.class);

        assertThat(count[0]).isEqualTo(3);
    }

    @Test
    void isFollowedWhereTheWalkWasCut() throws Exception {
        FakeConsole console = console(Switches.documented().clampedTo(3), 20);
        ScriptedOutbound outbound = new ScriptedOutbound(console);
        Run run = new Run("incidents", outbound, clock, folder);
        run.fetch();
        run.fetch();
        int before = outbound.asked().size();
        clock.restart();

        run.fetch();

        assertThat(hasCursor(outbound.asked().get(before).uri())).isTrue();
        assertThat(run.facts()).hasSize(9);
    }
}
