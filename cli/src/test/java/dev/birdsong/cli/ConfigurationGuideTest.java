// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `docs/guides/configuration-as-code.md`, as somebody would who pastes it into a terminal.
class ConfigurationGuideTest {

    private static final Guide GUIDE = new Guide(Path.of("../docs/guides/configuration-as-code.md"));

    @Test
    void saysWhatTheGuideShows(@TempDir Path folder, @TempDir Path here) throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder)) {
            Guide.Said said =
                    GUIDE.run(here, "--server " + served.address(), Map.of("BIRDSONG_API_KEY", ServedFixture.API_KEY));

            assertThat(said.status()).as(said.output()).isZero();
            assertThat(said.output())
                    .contains(GUIDE.texts("text"))
                    .doesNotContain("birdsong: ", "0123456789abcdef0123");
            assertThat(served.connectors("Acme")).hasSize(3);
            assertThat(served.connectors("Beta")).hasSize(1);
        }
    }
}
