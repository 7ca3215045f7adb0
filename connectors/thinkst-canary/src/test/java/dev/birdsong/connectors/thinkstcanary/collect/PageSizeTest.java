// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.connectors.thinkstcanary.collect.Switches.Paging;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.CutBody;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSizeTest {

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

    /// A console that cannot finish pages of more records.
    private ScriptedOutbound slow(FakeConsole console, int most) {
        return new ScriptedOutbound(uri -> {
            Answer answer = console.answer(uri);
            return limit(uri) > most ? new Answer(200, answer.headers(), new CutBody(answer.body(), 400)) : answer;
        });
    }

    private static int limit(URI uri) {
        return Integer.parseInt(FakeConsole.query(uri).getOrDefault("limit", "0"));
    }

    /// The limits of first pages whose records are kept.
    private static List<Integer> limits(ScriptedOutbound outbound) {
        return outbound.asked().stream()
                .filter(asked -> !FakeConsole.query(asked.uri()).containsKey("event_limit"))
                .map(asked -> limit(asked.uri()))
                .filter(limit -> limit > 1)
                .toList();
    }

    @Test
    void isHalvedUntilAnswersAreFinished() throws Exception {
        FakeConsole console = console(Switches.documented(), 300);
        ScriptedOutbound outbound = slow(console, 150);

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(limits(outbound)).containsExactly(1000, 500, 250, 125);
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void isHalvedAfterSilence() throws Exception {
        FakeConsole console = console(Switches.documented(), 30);
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            if (limit(uri) > 300) {
                throw new SocketTimeoutException("silent for 30 s");
            }
            return console.answer(uri);
        });

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(limits(outbound)).containsExactly(1000, 500, 250);
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void isHalvedWhereAProxyGivesUpOverLargePages() throws Exception {
        FakeConsole console = console(Switches.documented(), 300);
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> limit(uri) > 150
                ? new Answer(504, Map.of(), new ByteArrayInputStream(new byte[0]))
                : console.answer(uri));

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(limits(outbound)).containsExactly(1000, 500, 250, 125);
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void letsALongWalkDownwardsGetOnThroughManyCuts() throws Exception {
        FakeConsole console = console(Switches.documented().with(Paging.DOWN).clampedTo(10), 1_000);
        var random = new Random(5);
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            Answer answer = console.answer(uri);
            boolean isCut = limit(uri) != 1 && random.nextInt(100) < 30;
            return isCut ? new Answer(200, answer.headers(), new CutBody(answer.body(), 50)) : answer;
        });

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(outbound.asked()).hasSizeLessThan(500);
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void isDoubledAfterTenGoodPages() throws Exception {
        FakeConsole console = console(Switches.documented(), 400);
        int[] strikes = {5};
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            if (limit(uri) > 1 && strikes[0]-- > 0) {
                throw new SocketTimeoutException("silent for 30 s");
            }
            return console.answer(uri);
        });

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(limits(outbound)).containsExactly(1000, 500, 250, 125, 62, 31, 62);
        assertThat(run.facts()).isEqualTo(console.facts());
    }

    @Test
    void staysWhereNothingIsAnsweredAtAll() {
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            throw new IOException("refused the connection");
        });
        Run run = new Run("incidents", outbound, clock, folder);

        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unavailable.class);

        assertThat(outbound.asked()).hasSize(2);
        assertThat(run.stored()).isEqualTo(1);
    }

    @Test
    void keepsACursorThroughOneCutWhereIdsGoDown() throws Exception {
        FakeConsole console = console(Switches.documented().with(Paging.DOWN).clampedTo(10), 100);
        int[] requests = {0};
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> {
            Answer answer = console.answer(uri);
            boolean later = FakeConsole.query(uri).containsKey("cursor");
            return later && ++requests[0] == 3
                    ? new Answer(200, answer.headers(), new CutBody(answer.body(), 50))
                    : answer;
        });

        Run run = new Run("incidents", outbound, clock, folder).round();

        assertThat(limits(outbound)).containsExactly(1000);
        assertThat(run.facts()).isEqualTo(console.facts());
    }
}
