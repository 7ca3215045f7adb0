// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.birdsong.spi.outbound.HostRefusedException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private final Gate gate = new Gate(new OutboundPolicy(
            List.of(OutboundPolicy.DEFAULT_HOSTS, new HostPattern("Console.Example")),
            List.of(LoopbackPair.parse("127.0.0.1:18080"), LoopbackPair.parse("[::1]:18081")),
            new Route.Direct(),
            List.of()));

    @ParameterizedTest
    @CsvSource({
        "https://1234abcd.canary.tools/api, https://1234abcd.canary.tools",
        "https://1234ABCD.Canary.Tools/api, https://1234abcd.canary.tools",
        "https://a.b.canary.tools/, https://a.b.canary.tools",
        "https://console.example/, https://console.example",
        "http://127.0.0.1:18080/, http://127.0.0.1:18080",
        "https://127.0.0.1:18080/, http://127.0.0.1:18080",
        "http://[::1]:18081/, http://[::1]:18081"
    })
    void letsThroughWhatTheOperatorListed(String uri, String host) throws HostRefusedException {
        assertThat(gate.admit(URI.create(uri)).toURI()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/?secret=1, allowed-consoles",
        "https://canary.tools/, allowed-consoles",
        "https://evilcanary.tools/, allowed-consoles",
        "https://1234abcd.canary.tools.evil.example/, allowed-consoles",
        "https://127.0.0.1/, allowed-consoles",
        "http://127.0.0.1:18081/, insecure-consoles",
        "http://localhost:18080/, insecure-consoles",
        "http://1234abcd.canary.tools/, insecure-consoles",
        "ftp://1234abcd.canary.tools/, insecure-consoles",
        "https://user@1234abcd.canary.tools/, allowed-consoles",
        "https:///api, allowed-consoles",
        "mailto:someone, allowed-consoles"
    })
    void refusesTheRestAndNamesTheSetting(String uri, String setting) {
        assertThatExceptionOfType(HostRefusedException.class)
                .isThrownBy(() -> gate.admit(URI.create(uri)))
                .withMessageContaining(setting)
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://x", "a b", "*.", "*.*.x", "a*", "x.canary.tools:443"})
    void takesNoPatternThatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HostPattern(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "10.0.0.1:80", "127.0.0.1:0", "127.0.0.1:65536", "x.canary.tools:80"})
    void takesNoPairThatIsNotOnLoopback(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LoopbackPair.parse(text));
    }
}
