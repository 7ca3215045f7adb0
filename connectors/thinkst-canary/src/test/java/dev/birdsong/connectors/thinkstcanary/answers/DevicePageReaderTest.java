// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Version;
import org.junit.jupiter.api.Test;

class DevicePageReaderTest {

    private static final long ROUND = 1_790_000_000_000L;

    private final CollectedRecords sink = new CollectedRecords();

    private void read(long round, String... devices) throws Exception {
        sink.read(new DevicePageReader(CollectedRecords.ORIGIN, round), Examples.devices(devices));
    }

    @Test
    void makesASnapshotOfEachDevice() throws Exception {
        read(ROUND, Examples.DEVICE);

        LakeRecord snapshot = sink.records.getFirst();
        assertThat(snapshot.key().index()).isEqualTo(Index.SYSLOG);
        assertThat(snapshot.key().timestamp()).isEqualTo(ROUND);
        assertThat(snapshot.version()).isEqualTo(new Version(0, ROUND));
        assertThat(snapshot.united()).isEmpty();
        assertThat(snapshot.document().json())
                .contains("\"record_type\":\"device\",\"hostname\":\"files-01\",\"hostip\":\"192.168.50.220\",")
                .endsWith("\"thinkst_canary\":{\"device\":" + Examples.DEVICE + "}}");
    }

    @Test
    void makesAnAssetOfEachDevice() throws Exception {
        read(ROUND, Examples.DEVICE);

        LakeRecord asset = sink.records.getLast();
        assertThat(asset.key().index()).isEqualTo(Index.ASSETS);
        assertThat(asset.united()).containsExactly("ips", "macs", "names");
        assertThat(asset.document().json())
                .contains("\"device_id\":\"000000004e46095c\",\"first_seen\":1586902278000,\"last_seen\":1587933242000,"
                        + "\"ips\":[\"192.168.50.220\"],\"macs\":[\"00:0c:29:4e:46:09\"],\"names\":[\"files-01\"],");
    }

    @Test
    void givesDevicesTheirFrozenIds() throws Exception {
        read(ROUND, Examples.DEVICE);

        assertThat(sink.ids()).containsExactly("oH0ggnnyJrsRhUpVv-kCUw", "TYd_HoL5plAmLdw4TCqQIg");
        assertThat(sink.fingerprints()).containsExactly("WrViGdeaj-sDKxeqwOhAOA", "WrViGdeaj-sDKxeqwOhAOA");
    }

    @Test
    void keepsASnapshotOfEachRoundAndOneAsset() throws Exception {
        read(ROUND, Examples.DEVICE);
        read(ROUND + 1, Examples.DEVICE);

        assertThat(sink.ids()).hasSize(4);
        assertThat(sink.ids().get(2)).isNotEqualTo(sink.ids().get(0));
        assertThat(sink.ids().get(3)).isEqualTo(sink.ids().get(1));
    }

    @Test
    void listsNoBlankOrZeroAddresses() throws Exception {
        read(
                ROUND,
                "{\"node_id\": \"n\", \"mac_address\": \"00:00:00:00:00:00\", \"ip_address\": \"\", \"name\": \"\"}");

        assertThat(sink.documents().getLast())
                .contains("\"record_type\":\"asset\",\"device_id\":\"n\",\"thinkst_canary\"");
    }

    @Test
    void putsADeviceWithoutAnIdIntoQuarantine() throws Exception {
        read(ROUND, "{\"name\": \"x\"}", Examples.DEVICE);

        assertThat(sink.records).hasSize(2);
        assertThat(sink.quarantined).hasSize(1);
    }
}
