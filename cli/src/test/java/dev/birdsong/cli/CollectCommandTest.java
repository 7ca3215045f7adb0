// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

    @TempDir
    Path folder;

    private ConsoleFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new ConsoleFixture(folder, ConsoleFixture.settings(500));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    @Test
    void bringsEveryFactOnce() throws IOException, InterruptedException {
        Ran ran = fixture.collect();

        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("incidents:", "audit_trail:", "devices:");
        assertThat(fixture.held()).isEqualTo(fixture.truth());
    }

    @Test
    void createsAndUpdatesNothingTheSecondTime() {
        fixture.collect();

        Ran ran = fixture.collect();

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains(" 0 created, 0 updated,");
        assertThat(ran.out().replace(" 0 created, 0 updated,", "")).doesNotContain("created");
    }

    @Test
    void findsWhatWasCollected() {
        fixture.collect();

        assertThat(fixture.search("msg_class:canary_incidents").out().lines()).hasSize(21);
        assertThat(fixture.search("msg_origin.source:thinkst_canary").out().lines())
                .hasSize(21);
        assertThat(fixture.search("srcip:10.0.0.0/8").out()).contains("10.");
        assertThat(fixture.search("root").out()).contains("root");
        assertThat(fixture.search("--from", "2026-11-17", "--to", "2026-11-18").out())
                .contains("2026-11-18")
                .doesNotContain("2026-11-19");
        assertThat(fixture.search("no-such-word-anywhere").out().lines()).hasSize(1);
    }

    @Test
    void saysThatTheTokenIsNotAccepted() throws IOException {
        Files.writeString(fixture.token(), "wrong-token");

        Ran ran = fixture.collect();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("incidents", "token").doesNotContain("wrong-token");
        assertThat(ran.err().lines()).hasSize(3);
    }

    @Test
    void saysThatAHostTakesNoScheme() {
        Ran ran = collectFrom("https://1234abcd.canary.tools");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("without scheme").hasLineCount(1);
    }

    @Test
    void saysThatAHostIsNotAllowed() {
        Ran ran = collectFrom("console.example");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("console.example", "allowed-consoles");
    }

    @Test
    void saysThatAHostDoesNotExist() {
        Ran ran = collectFrom("no-such-console.canary.tools", "--content-type", "devices", "--attempts", "1");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("no-such-console.canary.tools");
    }

    @Test
    void saysWhichContentTypesThereAre() {
        Ran ran = collectFrom("1234abcd.canary.tools", "--content-type", "incidents,birds");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'birds'", "incidents, audit_trail, devices")
                .hasLineCount(1);
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Files.createFile(fixture.lake());

        Ran ran = fixture.collect();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(fixture.lake().toString()).hasLineCount(1);
    }

    @Test
    void leavesALakeOfANewerVersionAlone() throws IOException {
        fixture.collect();
        Path format = fixture.lake().resolve("lake").resolve("lake.properties");
        Files.writeString(format, Files.readString(format).replaceAll("[0-9]+", "999"));

        Ran ran = fixture.collect();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("newer").hasLineCount(1);
    }

    @Test
    void goesOnWhereAFailureStoppedIt() throws IOException, InterruptedException {
        fixture.console()
                .fault(Fault.always(new Effect.Status(401, false)).on("audit").times(1));

        Ran first = fixture.collect();
        Ran second = fixture.collect();

        assertThat(first.status()).isEqualTo(1);
        assertThat(second.status()).isZero();
        assertThat(fixture.held()).isEqualTo(fixture.truth());
    }

    @Test
    void doesNotStartWithoutAToken() {
        Ran ran = Ran.command("collect", "--host", "a.canary.tools", "--token-file", "nowhere", "--out", "x");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("nowhere").hasLineCount(1);
    }

    private Ran collectFrom(String host, String... more) {
        String[] arguments = new String[more.length + 7];
        System.arraycopy(
                new String[] {
                    "collect",
                    "--host",
                    host,
                    "--token-file",
                    fixture.token().toString(),
                    "--out",
                    fixture.lake().toString()
                },
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Ran.command(arguments);
    }
}
