// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCollectorTest {

    private static final String DEVICES =
            "{\"devices\":[{\"id\":\"0002f07cb32d45b1\",\"name\":\"bird\"}],\"feed\":\"All Devices\",\"result\":\"success\"}";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final ScriptedOutbound outbound = new ScriptedOutbound(uri -> ScriptedOutbound.json(200, DEVICES));

    @TempDir
    private Path folder;

    private Run run() {
        return new Run("devices", outbound, clock, folder);
    }

    private static List<Long> snapshots(Run run) {
        return run.records().stream()
                .filter(record -> record.key().index() == Index.SYSLOG)
                .map(LakeRecord::key)
                .map(key -> key.timestamp())
                .toList();
    }

    @Test
    void keepsTheStartOfTheRoundBeforeItAsks() throws Exception {
        Run run = run();

        assertThat(run.fetch()).isTrue();
        assertThat(outbound.asked()).isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(run.fetch()).isFalse();
        assertThat(outbound.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri()).hasToString("https://console.example/api/v1/devices/all"));
        assertThat(snapshots(run))
                .containsExactly(Instant.parse("2026-11-24T12:00:00Z").toEpochMilli());
    }

    @Test
    void staysInTheSameRoundForADay() throws Exception {
        Run run = run().round();
        clock.advance(Duration.ofHours(23));

        run.round();

        assertThat(snapshots(run))
                .hasSize(2)
                .containsOnly(Instant.parse("2026-11-24T12:00:00Z").toEpochMilli());
    }

    @Test
    void beginsANewRoundAfterADay() throws Exception {
        Run run = run().round();
        clock.advance(Duration.ofHours(24));

        run.round();

        assertThat(snapshots(run).getLast())
                .isEqualTo(Instant.parse("2026-11-25T12:00:00Z").toEpochMilli());
    }

    @Test
    void neverGoesBackToAnEarlierRound() throws Exception {
        Run run = run().round();
        clock.set(Instant.parse("2020-01-01T00:00:00Z"));

        run.round();

        assertThat(snapshots(run).getLast()).isGreaterThan(snapshots(run).getFirst());
    }

    @Test
    void asksAgainInTheSameRoundAfterAFailure() throws Exception {
        int[] requests = {0};
        Run run = new Run(
                "devices",
                (uri, headers) -> ScriptedOutbound.json(++requests[0] == 1 ? 503 : 200, DEVICES),
                clock,
                folder);
        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unavailable.class);
        clock.advance(Duration.ofMinutes(10));

        run.round();

        assertThat(snapshots(run))
                .containsExactly(Instant.parse("2026-11-24T12:00:00Z").toEpochMilli());
    }

    @Test
    void keepsWhatIsBrokenAfterASecondTry() {
        int[] requests = {0};
        Run run = new Run(
                "devices",
                (uri, headers) -> {
                    requests[0]++;
                    return ScriptedOutbound.json(200, DEVICES.replace("\"name\"", ",,"));
                },
                clock,
                folder);

        assertThatThrownBy(run::round).isInstanceOf(CollectException.Unreadable.class);

        assertThat(requests[0]).isEqualTo(2);
        assertThat(run.quarantined()).hasSize(1);
    }
}
