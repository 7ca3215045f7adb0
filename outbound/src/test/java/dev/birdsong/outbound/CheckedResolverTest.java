// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckedResolverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void handsOnOnlyWhatIsPublic() throws UnknownHostException {
        CheckedResolver resolver = resolver("*.canary.tools", "10.0.0.1", "1.1.1.1", "::1", "2606:4700::1111");

        assertThat(resolver.resolve("x.canary.tools")).containsExactly(addresses("1.1.1.1", "2606:4700::1111"));
    }

    @Test
    void refusesAHostThatHasOnlyPrivateAddresses() {
        CheckedResolver resolver = resolver("*.canary.tools", "192.168.0.7");

        assertThatExceptionOfType(AddressRefusedException.class)
                .isThrownBy(() -> resolver.resolve("x.canary.tools"))
                .withMessage("x.canary.tools has a private address, 192.168.0.7; to allow it, list the host itself in"
                        + " allowed-consoles");
    }

    @Test
    void allowsPrivateAddressesOfAHostThatTheOperatorListed() throws UnknownHostException {
        assertThat(resolver("x.canary.tools", "10.0.0.1").resolve("x.canary.tools"))
                .containsExactly(addresses("10.0.0.1"));
        assertThat(resolver("*.corp.example", "10.0.0.1").resolve("x.corp.example"))
                .containsExactly(addresses("10.0.0.1"));
    }

    @Test
    void takesNoPatternForAllHostsAsAListing() {
        assertThatExceptionOfType(AddressRefusedException.class)
                .isThrownBy(() -> resolver("*", "169.254.169.254").resolve("x.example"));
    }

    @Test
    void allowsAProxyInThePrivateNetwork() throws UnknownHostException {
        OutboundPolicy policy = new OutboundPolicy(
                List.of(OutboundPolicy.DEFAULT_HOSTS), List.of(), new Route.ByProxy("proxy.corp", 3128), List.of());

        assertThat(resolver(policy, "10.0.0.1").resolve("proxy.corp")).containsExactly(addresses("10.0.0.1"));
    }

    @Test
    void allowsASimulatorOnLoopbackAndNowhereElse() throws UnknownHostException {
        OutboundPolicy policy = new OutboundPolicy(
                List.of(), List.of(LoopbackPair.parse("localhost:18080")), new Route.Direct(), List.of());

        assertThat(resolver(policy, "127.0.0.1", "10.0.0.1").resolve("localhost"))
                .containsExactly(addresses("127.0.0.1"));
    }

    @Test
    void waitsForNoAnswerForever() {
        CountDownLatch never = new CountDownLatch(1);
        Names stuck = host -> {
            try {
                never.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(
                        () -> new CheckedResolver(OutboundPolicy.DEFAULT, stuck, Duration.ofMillis(50)).resolve("x"));
        never.countDown();
    }

    private static CheckedResolver resolver(String allowed, String... found) {
        return resolver(
                new OutboundPolicy(List.of(new HostPattern(allowed)), List.of(), new Route.Direct(), List.of()), found);
    }

    private static CheckedResolver resolver(OutboundPolicy policy, String... found) {
        return new CheckedResolver(policy, host -> List.of(addresses(found)), PATIENCE);
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
