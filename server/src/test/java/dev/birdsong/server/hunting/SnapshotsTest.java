// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.server.hunting.BirdStory.Address;
import dev.birdsong.server.hunting.BirdStory.Change;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.record.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SnapshotsTest {

    @Test
    void tellsAddressesOverTimeAndWhatElseChanged() {
        var snapshots = new Snapshots(List.of(
                snapshot(1, "10.0.0.1", "files-00", 10),
                snapshot(2, "10.0.0.1", "files-01", 20),
                snapshot(3, "10.0.0.2", "files-01", 30),
                snapshot(4, "10.0.0.1", "files-01", 40)));

        assertThat(snapshots.addresses())
                .containsExactly(
                        new Address("10.0.0.1", 4, 4), new Address("10.0.0.2", 3, 3), new Address("10.0.0.1", 1, 2));
        assertThat(snapshots.changes())
                .extracting(Change::time, Change::field, Change::before, Change::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, "ip_address", "10.0.0.2", "10.0.0.1"),
                        org.assertj.core.groups.Tuple.tuple(3L, "ip_address", "10.0.0.1", "10.0.0.2"),
                        org.assertj.core.groups.Tuple.tuple(2L, "name", "files-00", "files-01"));
    }

    private static ReadRecord snapshot(long time, String address, String name, long uptime) {
        String json = """
                {"timestamp": %d, "thinkst_canary": {"device": {"ip_address": "%s", "name": "%s", "uptime": %d}}}""".formatted(time, address, name, uptime);
        return ReadRecord.of(new Hit("syslog", "id", Document.of(json), List.of()), JsonMapper.shared());
    }
}
