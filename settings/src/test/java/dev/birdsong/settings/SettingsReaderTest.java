// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void hasDefaults() {
        Settings settings = SettingsReader.read(Optional.empty(), Map.of("HOME", "/root"));

        assertThat(settings.dataDir()).isEqualTo(Path.of("./data"));
        assertThat(settings.consoles().allowed()).containsExactly("*.canary.tools");
        assertThat(settings.retention().syslogDays()).contains(365);
        assertThat(settings.retention().assetsDays()).isEmpty();
    }

    @Test
    void readsAFile() throws IOException {
        Path file = write("""
                data-dir: /var/lib/birdsong
                allowed-consoles: ["*.canary.tools", console.example]
                retention:
                  syslog: 30d
                """);

        Settings settings = SettingsReader.read(Optional.of(file), Map.of());

        assertThat(settings.dataDir()).isEqualTo(Path.of("/var/lib/birdsong"));
        assertThat(settings.consoles().allowed()).containsExactly("*.canary.tools", "console.example");
        assertThat(settings.retention().syslogDays()).contains(30);
    }

    @Test
    void letsTheEnvironmentWin() throws IOException {
        Path file = write("data-dir: /from/file");

        Settings settings = SettingsReader.read(
                Optional.of(file),
                Map.of("BIRDSONG_DATA_DIR", "/from/env", "BIRDSONG_INSECURE_CONSOLES", "127.0.0.1:1, 127.0.0.1:2"));

        assertThat(settings.dataDir()).isEqualTo(Path.of("/from/env"));
        assertThat(settings.consoles().insecure()).containsExactly("127.0.0.1:1", "127.0.0.1:2");
    }

    @Test
    void reportsAllProblemsTogether() throws IOException {
        Path file = write("""
                datadir: x
                retention: {syslog: tomorrow}
                proxy: nowhere
                """);

        assertThatThrownBy(() -> SettingsReader.read(
                        Optional.of(file),
                        Map.of("BIRDSONG_TYPO", "1", "BIRDSONG_INSECURE_CONSOLES", "console.example:80")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown setting 'datadir'")
                .hasMessageContaining("'retention.syslog' is 'tomorrow'")
                .hasMessageContaining("'proxy' is 'nowhere'")
                .hasMessageContaining("BIRDSONG_TYPO")
                .hasMessageContaining("'insecure-consoles' is 'console.example:80'");
    }

    @Test
    void saysWhereAFileIsNoYaml() throws IOException {
        Path file = write("a: [1");

        assertThatThrownBy(() -> SettingsReader.read(Optional.of(file), Map.of()))
                .hasMessageContaining("is not YAML")
                .message()
                .hasLineCount(1);
    }

    @Test
    void keepsTheStateInTheDataFolderUnlessToldOtherwise() {
        Settings settings = SettingsReader.read(Optional.empty(), Map.of("BIRDSONG_DATA_DIR", "/data"));

        assertThat(settings.state().databaseUrl()).isEqualTo("jdbc:sqlite:/data/birdsong.db");
        assertThat(settings.state().keyFile()).isEqualTo(Path.of("/data/secret.key"));
        assertThat(settings.server().listen()).isEqualTo(new ServerSettings.Listen("127.0.0.1", 8080));
        assertThat(settings.node().profile()).isEqualTo("Default");
    }

    @Test
    void refusesAnAddressThatOthersReachWithoutTls() {
        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), Map.of("BIRDSONG_ADDRESS", "0.0.0.0")))
                .hasMessageContaining("without TLS");

        var behindProxy = Map.of(
                "BIRDSONG_ADDRESS",
                "0.0.0.0",
                "BIRDSONG_BEHIND_PROXY",
                "true",
                "BIRDSONG_TRUSTED_PROXIES",
                "10.0.0.0/8");
        assertThat(SettingsReader.read(Optional.empty(), behindProxy).server().trustedProxies())
                .containsExactly("10.0.0.0/8");
    }

    @Test
    void readsHowPeopleAreTold() throws IOException {
        Path file = write("""
                public-url: https://birdsong.example.com/
                allowed-webhooks: ["*.example.com", "127.0.0.1:9000"]
                smtp: {host: mail.example.com, username: birdsong, from: birdsong@example.com, tls: tls}
                """);

        MessageSettings settings = SettingsReader.read(
                        Optional.of(file), Map.of("BIRDSONG_SMTP_PASSWORD", "correct horse"))
                .messages();

        assertThat(settings.publicUrl()).hasToString("Optional[https://birdsong.example.com]");
        assertThat(settings.webhooks()).containsExactly("*.example.com");
        assertThat(settings.loopbackWebhooks()).containsExactly("127.0.0.1:9000");
        assertThat(settings.smtp().map(MessageSettings.Smtp::port)).contains(465);
        assertThat(settings.smtp().toString()).contains("mail.example.com").doesNotContain("horse");
    }

    @Test
    void tellsNobodyUnlessToldTo() {
        assertThat(SettingsReader.read(Optional.empty(), Map.of()).messages()).isEqualTo(MessageSettings.NONE);
    }

    @Test
    void reportsAllProblemsOfMessagesTogether() {
        assertThatThrownBy(() -> SettingsReader.read(
                        Optional.empty(),
                        Map.of(
                                "BIRDSONG_SMTP_HOST", "mail.example.com",
                                "BIRDSONG_SMTP_PORT", "many",
                                "BIRDSONG_SMTP_USERNAME", "birdsong",
                                "BIRDSONG_SMTP_TLS", "maybe",
                                "BIRDSONG_ALLOWED_WEBHOOKS", "https://x.example",
                                "BIRDSONG_PUBLIC_URL", "nowhere")))
                .hasMessageContaining("'smtp.port' is 'many'")
                .hasMessageContaining("'smtp.tls' is 'maybe'")
                .hasMessageContaining("set both 'smtp.username' and 'smtp.password'")
                .hasMessageContaining("'smtp.from' is not set")
                .hasMessageContaining("'allowed-webhooks' is 'https://x.example'")
                .hasMessageContaining("'public-url' is 'nowhere'");
    }

    @Test
    void sendsNoPasswordInTheClear() {
        var environment = Map.of(
                "BIRDSONG_SMTP_HOST", "mail.example.com",
                "BIRDSONG_SMTP_USERNAME", "birdsong",
                "BIRDSONG_SMTP_PASSWORD", "correct horse",
                "BIRDSONG_SMTP_FROM", "birdsong@example.com",
                "BIRDSONG_SMTP_TLS", "none");

        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), environment))
                .hasMessageContaining("in the clear")
                .hasMessageNotContaining("horse");
    }

    @Test
    void neverShowsASecret() {
        var environment =
                Map.of("BIRDSONG_ADMIN_PASSWORD", "correct horse battery", "BIRDSONG_ADMIN_API_KEY", "bsk_very_secret");

        assertThat(SettingsReader.read(Optional.empty(), environment).toString())
                .doesNotContain("horse", "very_secret");
        assertThatThrownBy(() -> SettingsReader.read(
                        Optional.empty(),
                        Map.of("BIRDSONG_ADMIN_PASSWORD", "short", "BIRDSONG_DATABASE_URL", "x:pw@y")))
                .hasMessageContaining("12 characters")
                .hasMessageNotContaining("short")
                .hasMessageNotContaining("pw@");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("birdsong.yml"), text);
    }
}
