// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {

    @TempDir
    Path folder;

    private SimulatedConsole console;
    private ServedFixture served;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        console = SimulatedConsole.start(ConsoleFixture.settings(10));
        served = new ServedFixture(folder, "[\"" + console.host() + "\"]");
        served.post(
                "connectors",
                Map.of(
                        "cust_id",
                        "default",
                        "name",
                        "Birds of HQ",
                        "category",
                        "honeypot",
                        "type",
                        "thinkst_canary",
                        "conf",
                        Map.of(
                                "host",
                                console.host(),
                                "auth_token",
                                ConsoleFixture.settings(10).token(),
                                "content_type",
                                List.of("incidents", "devices"))));
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
        console.close();
    }

    @Test
    void showsWhatCameOfItAndTheLedger() throws InterruptedException {
        Ran compared = served.command("reconcile", "Birds of HQ");
        Ran again = served.command(
                "reconcile",
                "--ledger",
                served.connectors("Default").getFirst().path("_id").asString());

        assertThat(compared.status()).as(compared.err()).isZero();
        assertThat(compared.out().lines().toList())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("incidents: ").contains(" read, 0 created, 0 updated"),
                        line -> assertThat(line).startsWith("devices: "),
                        line -> assertThat(line)
                                .startsWith("incidents: ")
                                .contains(" seen", ", 0 missing,", ", complete up to " + console.maxUpdatedId()),
                        line -> assertThat(line).startsWith("devices: ").doesNotContain("complete up to"));
        assertThat(again.status()).isZero();
        assertThat(again.out().lines().toList())
                .isEqualTo(compared.out().lines().skip(2).toList());
    }

    @Test
    void failsInOneLineWhereThereIsNothingToCompare() throws IOException {
        console.close();

        Ran gone = served.command("reconcile", "Birds of HQ");
        Ran unknown = served.command("reconcile", "no such connector");

        assertThat(gone.status()).isEqualTo(1);
        assertThat(gone.out()).contains("incidents: not compared: ");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err().lines()).hasSize(1);
    }
}
