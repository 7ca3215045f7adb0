// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

    private static final String ANSWERS = "answers at (\\S+);";

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = folder.resolve("birdsong.yml");
        set("");
    }

    @Test
    void tellsTheFirstSignInOnce() throws InterruptedException {
        Ran first;
        String total;
        try (Running serve = serve()) {
            URI address = URI.create(serve.said(ANSWERS));
            try (ApiClient api = new ApiClient(address, new Secret(serve.said("API key   (\\S+)")))) {
                total = api.get("/connect/api/v1/tenants").path("total").asString();
            }
            first = serve.stop();
        }
        Ran second;
        try (Running serve = serve()) {
            serve.said(ANSWERS);
            second = serve.stop();
        }

        assertThat(total).isEqualTo("1");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("email     admin@birdsong.local", "password  ");
        assertThat(second.out().lines()).hasSize(1);
    }

    @Test
    void tellsNothingThatTheOperatorGave() throws IOException, InterruptedException {
        set("admin: {email: anna@example.com, password: correct horse battery}\n");

        Ran ran;
        try (Running serve = serve()) {
            serve.said(ANSWERS);
            ran = serve.stop();
        }

        assertThat(ran.out()).contains("anna@example.com", "API key").doesNotContain("password  ", "correct horse");
    }

    @Test
    void saysThatItsPortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(config, "data-dir: " + folder + "/data\nport: " + other.getLocalPort() + "\n");

            assertFailsIn("serve", "127.0.0.1:" + other.getLocalPort() + " is in use");
        }
    }

    @Test
    void saysWhatIsWrongWithItsSettings() throws IOException {
        set("profil: Default\n");

        assertFailsIn("serve", "unknown setting 'profil'");
    }

    @Test
    void saysThatItsDatabaseCannotBeUsed() throws IOException {
        Path notOne = Files.writeString(folder.resolve("not-a-database"), "nothing of the kind ".repeat(200));
        set("database-url: jdbc:sqlite:" + notOne + "\n");

        assertFailsIn("serve", "not-a-database");
    }

    @Test
    void saysThatItsKeyFileCannotBeUsed() throws IOException {
        Path notOne = Files.writeString(folder.resolve("not-a-key"), "nothing of the kind");
        set("key-file: " + notOne + "\n");

        assertFailsIn("serve", "not-a-key");
    }

    @Test
    void saysThatItsLakeCannotBeUsed() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("lake"), "a file");

        assertFailsIn("serve", "lake");
    }

    private void assertFailsIn(String command, String problem) {
        Ran ran = Ran.command(command, "--config", config.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("birdsong: ").contains(problem).doesNotContain("should not happen");
    }

    private Running serve() {
        return Running.command("serve", "--config", config.toString());
    }

    private void set(String more) throws IOException {
        Files.writeString(config, "data-dir: " + folder + "/data\nport: 0\n" + more);
    }
}
