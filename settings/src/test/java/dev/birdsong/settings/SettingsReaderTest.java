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

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("birdsong.yml"), text);
    }
}
