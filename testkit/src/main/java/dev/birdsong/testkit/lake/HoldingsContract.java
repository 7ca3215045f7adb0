// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.asset;
import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every lake says of what it holds of sources.
public abstract class HoldingsContract extends LakeFixture {

    private static final Held INCIDENTS = new Held("local", "console", "incidents");

    private static final Retention MONTH =
            new Retention(new Retention.Lifetime.AtLeast(Duration.ofDays(30)), new Retention.Lifetime.Forever());
    private static final long LATER = Instant.parse("2026-12-25T00:00:00Z").toEpochMilli();

    private static Subject thing(long thing) {
        return new Subject("console", "incidents", thing, 7);
    }

    private static RecordBuilder of(String tenant, String id) {
        return record(id).tenant(tenant);
    }

    @Test
    void countsTheRecordsOfEachContentTypeOfEachSourceApart() throws InterruptedException {
        put(
                of("local", "1").about(thing(1)).build(),
                of("local", "2").about(thing(1)).build(),
                asset("3").tenant("local").about(thing(2)).build(),
                of("local", "4").about(thing(1).noted()).build(),
                of("local", "5").about(new Subject("console", "devices", 1, 0)).build(),
                of("local", "6").about(new Subject("other", "incidents", 1, 0)).build(),
                of("foreign", "7").about(thing(1)).build(),
                of("local", "8").build());

        assertThat(lake().holdings().count(INCIDENTS)).isEqualTo(3);
        assertThat(lake().holdings().count(new Held("local", "console", "incidents/noted")))
                .isOne();
        assertThat(lake().holdings().count(new Held("local", "nobody", "incidents")))
                .isZero();
    }

    @Test
    void countsARecordOnceHoweverOftenItChanges() throws InterruptedException {
        for (int version = 1; version <= 5; version++) {
            put(of("local", "1")
                    .version(version)
                    .with("hostname", "host-" + version)
                    .about(thing(version))
                    .build());
        }
        assertThat(lake().holdings().count(INCIDENTS)).isOne();
        assertThat(things()).containsExactly(List.of(5L, 7L));
    }

    @Test
    void tellsTheThingAndTheGroupOfEachRecord() throws InterruptedException {
        put(
                of("local", "1").about(thing(Long.MIN_VALUE)).build(),
                of("local", "2").about(thing(0)).build(),
                of("local", "3").at(0).about(thing(0)).build());

        assertThat(things()).containsExactlyInAnyOrder(List.of(Long.MIN_VALUE, 7L), List.of(0L, 7L), List.of(0L, 7L));
    }

    private List<List<Long>> things() {
        List<List<Long>> things = new ArrayList<>();
        lake().holdings().things(INCIDENTS, (thing, group) -> things.add(List.of(thing, group)));
        return things;
    }

    @Test
    void handsOverTheNewestRecordOfEachThingThatIsWanted() throws InterruptedException {
        put(
                of("local", "old").at("2026-10-01T00:00:00Z").about(thing(1)).build(),
                of("local", "new").at("2026-11-01T00:00:00Z").about(thing(1)).build(),
                of("local", "another").about(thing(2)).build());
        Map<Long, String> newest = new HashMap<>();

        lake().holdings().newest(INCIDENTS, Set.of(1L, 3L), (thing, record) -> newest.put(thing, record.json()));

        assertThat(newest).containsOnlyKeys(1L);
        assertThat(newest.get(1L)).contains("\"_id\":\"new\"");
    }

    @Test
    void knowsWhichRecordsItHolds() throws InterruptedException {
        LakeRecord dated = of("local", "dated").build();
        LakeRecord undated = of("local", "undated").at(0).build();
        LakeRecord asset = asset("asset").build();
        put(dated, undated, asset);
        LakeRecord absent = of("local", "absent").build();

        Set<String> known = lake().holdings()
                .known(List.of(dated.key(), undated.key(), asset.key(), absent.key(), elsewhere(dated)));

        assertThat(known).containsExactlyInAnyOrder("dated", "undated", "asset");
    }

    private static RecordKey elsewhere(LakeRecord record) {
        return new RecordKey(record.key().index(), "local", "elsewhere", Long.MAX_VALUE);
    }

    @Test
    void saysWhatItDropsBeforeItIsGone() throws InterruptedException {
        put(
                of("local", "1").at("2026-09-30T00:00:00Z").about(thing(1)).build(),
                of("local", "2").at("2026-09-01T00:00:00Z").about(thing(2)).build(),
                of("local", "3").at(0).about(thing(3)).build(),
                of("local", "4").about(thing(4)).build());
        List<DropListener.Drop> drops = new ArrayList<>();

        lake().expire(MONTH, LATER, drops::add);

        var september = new DropListener.Month(
                Instant.parse("2026-09-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2026-10-01T00:00:00Z").toEpochMilli());
        assertThat(drops)
                .containsExactlyInAnyOrder(
                        new DropListener.Drop("aella-syslog-2026.09", Optional.of(september), Map.of(INCIDENTS, 2L)),
                        new DropListener.Drop("aella-syslog-undated", Optional.empty(), Map.of(INCIDENTS, 1L)));
        assertThat(lake().holdings().count(INCIDENTS)).isOne();
        assertThat(find(new Query.Everything())).hasSize(1);
    }

    @Test
    void dropsNothingThatNobodyTookDown() throws InterruptedException {
        put(of("local", "1").at("2026-09-30T00:00:00Z").about(thing(1)).build());

        assertThatThrownBy(() -> lake().expire(MONTH, LATER, _ -> {
                    throw new LakeException("the state is away");
                }))
                .isInstanceOf(LakeException.class);

        assertThat(lake().holdings().count(INCIDENTS)).isOne();
    }
}
