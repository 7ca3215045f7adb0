// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private Run run(String contentType, FakeConsole console) {
        return new Run(contentType, new ScriptedOutbound(console), clock, folder);
    }

    private FakeConsole console(Switches switches, String contentType, int records) {
        FakeConsole console =
                new FakeConsole(switches, contentType.equals("audit_trail"), () -> clock.millis() * 1_000_000);
        for (int i = 0; i < records; i++) {
            console.put("inc-" + i);
        }
        return console;
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "audit_trail"})
    void readsAllPagesInEveryOrder(String contentType) throws Exception {
        for (Switches.Paging order : Switches.Paging.values()) {
            FakeConsole console = console(Switches.documented().with(order).clampedTo(3), contentType, 10);
            Run run = run(contentType, console);

            run.round();

            assertThat(run.facts()).isEqualTo(console.facts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "audit_trail"})
    void asksAgainOnlyForWhatIsNew(String contentType) throws Exception {
        FakeConsole console = console(Switches.documented(), contentType, 10);
        Run run = run(contentType, console);
        run.round();
        console.put("inc-11");
        int before = run.records().size();

        run.round();

        assertThat(run.records().size() - before).isBetween(1, 2);
    }

    @Test
    void startsWithOneRequest() throws Exception {
        ScriptedOutbound outbound = new ScriptedOutbound(console(Switches.documented(), "incidents", 10));

        new Run("incidents", outbound, clock, folder).round();

        assertThat(outbound.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.uri())
                    .hasToString(
                            "https://console.example/api/v1/incidents/all?incidents_since=0&shrink=false&limit=1000");
            assertThat(asked.headers()).containsEntry("X-Canary-Auth-Token", "sesame");
        });
    }
}
