// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, an unspecified",
        "0.1.2.3, an unspecified",
        "10.0.0.1, a private",
        "10.255.255.255, a private",
        "100.64.0.1, a shared (100.64/10)",
        "100.127.255.255, a shared (100.64/10)",
        "127.0.0.1, a loopback",
        "127.255.0.1, a loopback",
        "169.254.169.254, a link-local",
        "172.16.0.1, a private",
        "172.31.255.255, a private",
        "192.0.0.8, a reserved",
        "192.0.2.1, a documentation",
        "192.88.99.1, a 6to4",
        "192.168.1.1, a private",
        "198.19.0.1, a benchmark",
        "198.51.100.7, a documentation",
        "203.0.113.7, a documentation",
        "224.0.0.1, a multicast",
        "239.255.255.255, a multicast",
        "255.255.255.255, a reserved",
        "::, an unspecified",
        "::1, a loopback",
        "::7f00:1, a reserved",
        "::ffff:10.0.0.1, a private",
        "::ffff:127.0.0.1, a loopback",
        "64:ff9b::10.0.0.1, a private",
        "64:ff9b::a9fe:a9fe, a link-local",
        "64:ff9b:1::1, a reserved",
        "100::1, a reserved",
        "2001::1, a Teredo",
        "2001:2::1, a reserved",
        "2001:db8::1, a documentation",
        "2002:7f00:1::, a 6to4",
        "3fff::1, a documentation",
        "fc00::1, a private",
        "fd12:3456::1, a private",
        "fe80::1, a link-local",
        "fec0::1, a reserved",
        "ff02::1, a multicast"
    })
    void refusesWhatIsNotPublic(String address, String objection) {
        assertThat(Addresses.objection(InetAddress.ofLiteral(address))).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860::8888",
                "::ffff:1.1.1.1",
                "64:ff9b::1.1.1.1"
            })
    void letsPublicOnesThrough(String address) {
        assertThat(Addresses.objection(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void seesThroughAMappedAddressThatKeptItsForm() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;

        assertThat(Addresses.objection(Inet6Address.getByAddress("x", mapped, 1)))
                .contains("a loopback");
    }
}
