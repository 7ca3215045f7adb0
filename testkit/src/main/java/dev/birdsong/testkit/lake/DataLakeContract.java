// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.asset;
import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every lake does with records that are put. A new lake extends this and says how to open itself.
public abstract class DataLakeContract extends LakeFixture {

    private static final Query EVERYTHING = new Query.Everything();

    @Test
    void startsEmpty() {
        assertThat(find(EVERYTHING)).isEmpty();
    }

    @Test
    void createsWhatItDoesNotKnow() throws InterruptedException {
        PutResult result = put(record("1").build(), record("2").build());

        assertThat(result).isEqualTo(new PutResult(2, 0, 0));
        assertThat(ids(EVERYTHING)).containsExactly("1", "2");
    }

    @Test
    void acknowledgesAPutOfNothing() throws InterruptedException {
        assertThat(put()).isEqualTo(PutResult.NONE);
    }

    @Test
    void leavesAloneWhatItKnows() throws InterruptedException {
        put(record("1").build());
        Hit before = find(EVERYTHING).getFirst();

        PutResult again = put(record("1").build());

        assertThat(again).isEqualTo(new PutResult(0, 0, 1));
        assertThat(find(EVERYTHING)).containsExactly(before);
    }

    @Test
    void comparesWhatTheConsoleSaidAndNotTheDocument() throws InterruptedException {
        put(record("1").fingerprint("same").with("connector_name", "old").build());

        PutResult result = put(record("1")
                .fingerprint("same")
                .version(7)
                .with("connector_name", "new")
                .build());

        assertThat(result).isEqualTo(new PutResult(0, 0, 1));
        assertThat(ids(new Query.Text("connector_name", "old"))).containsExactly("1");
    }

    @Test
    void replacesAStateByANewerOne() throws InterruptedException {
        put(record("1").version(1).with("hostname", "before").build());

        PutResult result = put(record("1").version(2).with("hostname", "after").build());

        assertThat(result).isEqualTo(new PutResult(0, 1, 0));
        assertThat(ids(new Query.Text("hostname", "before"))).isEmpty();
        assertThat(ids(new Query.Text("hostname", "after"))).containsExactly("1");
        assertThat(ids(new Query.Text("revision", "1"))).containsExactly("1");
    }

    @Test
    void replacesAStateByAnotherOfTheSameVersion() throws InterruptedException {
        put(record("1").version(1).with("hostname", "before").build());

        PutResult result = put(record("1").version(1).with("hostname", "after").build());

        assertThat(result).isEqualTo(new PutResult(0, 1, 0));
    }

    @Test
    void neverGoesBackToAnEarlierVersion() throws InterruptedException {
        put(record("1").version(1, 5).with("hostname", "after").build());

        PutResult result =
                put(record("1").version(0, 9).with("hostname", "before").build());

        assertThat(result).isEqualTo(new PutResult(0, 0, 1));
        assertThat(ids(new Query.Text("hostname", "after"))).containsExactly("1");
    }

    @Test
    void takesTwoStatesInOnePutAsIfPutInTurn() throws InterruptedException {
        PutResult result = put(
                record("1").with("hostname", "first").build(),
                record("1").with("hostname", "second").build(),
                record("1").with("hostname", "third").build());

        assertThat(result).isEqualTo(new PutResult(1, 2, 0));
        assertThat(ids(new Query.Text("hostname", "third"))).containsExactly("1");
        assertThat(ids(new Query.Text("revision", "2"))).containsExactly("1");
    }

    @Test
    void takesStatesFromManyThreadsAsIfPutInTurn() throws Exception {
        List<LakeRecord> states = new ArrayList<>(IntStream.rangeClosed(1, 60)
                .mapToObj(i ->
                        record("1").version(i).with("hostname", "host-" + i).build())
                .toList());
        Collections.shuffle(states, new Random(7));
        PutResult result = PutResult.NONE;

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PutResult>> puts = states.stream()
                    .map(state -> threads.submit(() -> put(state)))
                    .toList();
            for (Future<PutResult> put : puts) {
                result = result.plus(put.get());
            }
        }

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.total()).isEqualTo(60);
        assertThat(ids(new Query.Text("hostname", "host-60"))).containsExactly("1");
        assertThat(ids(new Query.Text("revision", Long.toString(result.updated()))))
                .containsExactly("1");
    }

    @Test
    void keepsBothIndicesApart() throws InterruptedException {
        put(record("1").build(), asset("1").build());

        assertThat(find(EVERYTHING))
                .extracting(Hit::index)
                .containsExactlyInAnyOrder("aella-syslog-2026.11", "aella-assets");
    }

    @Test
    void unitesLists() throws InterruptedException {
        put(asset("1")
                .uniting("ips", "macs", "names")
                .with("ips", List.of("10.0.0.2", "10.0.0.1"))
                .with("names", "a")
                .build());

        put(asset("1")
                .uniting("ips", "macs", "names")
                .with("ips", List.of("10.0.0.3", " ", "10.0.0.2"))
                .with("macs", List.of(""))
                .build());

        assertThat(find(EVERYTHING).getFirst().document().json())
                .contains("\"ips\":[\"10.0.0.2\",\"10.0.0.1\",\"10.0.0.3\"]", "\"names\":[\"a\"]")
                .doesNotContain("macs");
    }

    @Test
    void unitesListsOfStatesInOnePut() throws InterruptedException {
        put(
                asset("1").uniting("ips").with("ips", List.of("10.0.0.1")).build(),
                asset("1").uniting("ips").with("ips", List.of("10.0.0.2")).build());

        assertThat(ids(new Query.And(List.of(new Query.Text("ips", "10.0.0.1"), new Query.Text("ips", "10.0.0.2")))))
                .containsExactly("1");
    }

    @Test
    void givesHitsWhatItKnowsOfThem() throws InterruptedException {
        put(
                record("1")
                        .json("{ \"timestamp\": 1762757102000, \"a\": [1.50, null] }")
                        .at(1762757102000L)
                        .build(),
                record("2").json("{}").build());
        List<Hit> hits = find(EVERYTHING);

        assertThat(hits.getFirst().document().json())
                .matches("\\{\"_id\":\"1\",\"_index\":\"aella-syslog-2025.11\",\"write_time\":[0-9]{13},\"revision\":0,"
                        + "\"timestamp\": 1762757102000, \"a\": \\[1.50, null\\] }");
        assertThat(hits.getLast().document().json()).endsWith("\"revision\":0}");
    }

    @Test
    void neverGivesAnEarlierWriteTime() throws InterruptedException {
        put(record("1").build());
        clock.set(clock.instant().minusSeconds(3_600));
        put(record("2").build());
        put(record("3").at("2025-01-01T00:00:00Z").build());

        assertThat(List.of(writeTime("1"), writeTime("2"), writeTime("3")))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private long writeTime(String id) {
        String json = find(new Query.Text("_id", id)).getFirst().document().json();
        return Long.parseLong(json.replaceFirst(".*\"write_time\":([0-9]+),.*", "$1"));
    }

    @Test
    void keepsARecordWhereItIsWhenItsTimeComes() throws InterruptedException {
        LakeRecord ahead = record("1").at("2026-12-05T00:00:00Z").build();
        put(ahead);
        clock.set(java.time.Instant.parse("2026-12-06T00:00:00Z"));

        PutResult again = put(ahead, record("2").at("2026-12-05T00:00:00Z").build());

        assertThat(again).isEqualTo(new PutResult(1, 0, 1));
        assertThat(find(EVERYTHING))
                .extracting(Hit::index)
                .containsExactly("aella-syslog-undated", "aella-syslog-2026.12");
    }

    @Test
    void keepsAncientTimesTogether() throws InterruptedException {
        put(
                record("1").at(0).build(),
                record("2").at("2009-12-31T23:59:59Z").build(),
                record("3").at(Long.MIN_VALUE).build());

        assertThat(find(EVERYTHING))
                .extracting(Hit::index)
                .containsOnly("aella-syslog-undated")
                .hasSize(3);
    }
}
