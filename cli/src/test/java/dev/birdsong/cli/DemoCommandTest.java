// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = Files.writeString(folder.resolve("birdsong.yml"), "data-dir: " + folder + "/data\nport: 0\n");
    }

    @Test
    void showsRecordsAtOnceAndEndsByItself() {
        Ran ran = command("demo", "--rounds", "1");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Birdsong answers at http://127.0.0.1:", "password  ", "API key   bsk_");
        assertThat(ran.out()).containsPattern("incidents: [0-9,]{3,} records");
        assertThat(ran.out()).containsPattern("devices: [0-9,]+ records");
        assertThat(ran.out()).containsPattern("\n[0-9,]{3,} new\n").contains("msg_class", "canary_incidents");
    }

    @Test
    void letsItsRecordsBeSearchedWhileItRuns() throws InterruptedException {
        try (Running demo = Running.command("demo", "--config", config.toString())) {
            demo.said("([0-9,]+) new");

            Ran found = command("search", "msg_class:canary_incidents");

            assertThat(found.status()).as(found.err()).isZero();
            assertThat(found.out().lines()).hasSize(21);
        }
    }

    @Test
    void goesOnWithWhatIsThere() {
        command("demo", "--rounds", "1");

        Ran again = command("demo", "--rounds", "1");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("API key   bsk_").containsPattern("\n[0-9,]+ new\n");
    }

    private Ran command(String name, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = name;
        arguments[1] = "--config";
        arguments[2] = config.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Ran.command(arguments);
    }
}
