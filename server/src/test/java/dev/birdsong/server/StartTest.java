// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that cannot start leaves nothing behind.
class StartTest {

    @TempDir
    Path folder;

    @Test
    void listensNoMoreWhereMetricsCannot() throws IOException {
        int port = freePort();
        try (ServerSocket inUse = listen(0)) {
            Settings settings = settings(port, inUse.getLocalPort());

            assertThatThrownBy(() -> BirdsongServer.start(settings))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("metrics.address");
        }

        assertThatCode(() -> listen(port).close()).doesNotThrowAnyException();
        BirdsongServer.start(settings(port, freePort())).close();
    }

    private Settings settings(int port, int metrics) {
        return SettingsReader.read(
                Optional.empty(),
                Map.of(
                        "BIRDSONG_DATA_DIR",
                        folder.toString(),
                        "BIRDSONG_PORT",
                        Integer.toString(port),
                        "BIRDSONG_METRICS_ADDRESS",
                        "127.0.0.1:" + metrics));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
