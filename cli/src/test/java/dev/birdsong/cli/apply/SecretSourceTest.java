// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("HQ", "0123456789abcdef");

    @TempDir
    Path folder;

    @Test
    void readsAVariable() {
        Secret secret = new SecretSource.Variable("conf.auth_token", "HQ").read(ENVIRONMENT);

        assertThat(secret).isEqualTo(new Secret("0123456789abcdef"));
    }

    @Test
    void readsAFileWithoutTheBlanksAroundIt() throws IOException {
        Path file = Files.writeString(folder.resolve("hq"), " 0123456789abcdef\n");

        Secret secret = new SecretSource.Content("conf.auth_token", file).read(Map.of());

        assertThat(secret).isEqualTo(new Secret("0123456789abcdef"));
    }

    @Test
    void saysThatItIsNotThereWithoutShowingWhatWasSaid() {
        assertThatThrownBy(() -> new SecretSource.Variable("conf.auth_token", "fedcba9876543210").read(ENVIRONMENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("names a variable that is not set")
                .hasMessageNotContaining("fedcba9876543210");
        assertThatThrownBy(() -> new SecretSource.Content("conf.auth_token", folder.resolve("fedcba9876543210"))
                        .read(ENVIRONMENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("names a file that cannot be read")
                .hasMessageNotContaining("fedcba9876543210");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two words", "first\nsecond", "wächter"})
    void refusesWhatIsNoSecret(String content) {
        assertThatThrownBy(() -> new SecretSource.Variable("conf.auth_token", "HQ").read(Map.of("HQ", content)))
                .hasMessageContaining("must lead to one secret");
    }
}
