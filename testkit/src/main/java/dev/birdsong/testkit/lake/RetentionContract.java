// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.asset;
import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.Retention.Lifetime;
import dev.birdsong.spi.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every lake drops when it is old, and what not. The records were put on 24 November 2026.
public abstract class RetentionContract extends LakeFixture {

    private static final Query EVERYTHING = new Query.Everything();
    private static final Lifetime MONTH = new Lifetime.AtLeast(Duration.ofDays(30));
    private static final Lifetime FOREVER = new Lifetime.Forever();
    private static final Retention SYSLOG_ONLY = new Retention(MONTH, FOREVER);

    @BeforeEach
    final void fill() throws InterruptedException {
        put(
                record("old").at("2026-09-30T23:59:59Z").build(),
                record("new").at("2026-11-20T00:00:00Z").build(),
                record("undated").at(0).build(),
                asset("asset").build());
    }

    @Test
    void keepsAnOldMonthThatWasWrittenLately() {
        assertThat(expire(SYSLOG_ONLY, "2026-12-24T12:00:00Z")).isEmpty();
        assertThat(find(EVERYTHING)).hasSize(4);
    }

    @Test
    void dropsAnOldMonthThatWasWrittenLongAgo() {
        assertThat(expire(SYSLOG_ONLY, "2026-12-24T12:00:01Z"))
                .containsExactly("aella-syslog-2026.09", "aella-syslog-undated");
        assertThat(ids(EVERYTHING)).containsExactlyInAnyOrder("new", "asset");
    }

    @Test
    void keepsAMonthUntilAllOfItIsOld() {
        expire(SYSLOG_ONLY, "2026-12-30T23:59:59Z");
        assertThat(ids(EVERYTHING)).contains("new");

        assertThat(expire(SYSLOG_ONLY, "2026-12-31T00:00:00Z")).containsExactly("aella-syslog-2026.11");
    }

    @Test
    void keepsAMonthWhoseNewestRecordWasWrittenLately() throws InterruptedException {
        clock.set(Instant.parse("2026-12-20T00:00:00Z"));
        put(record("late").at("2026-09-01T00:00:00Z").build());

        expire(SYSLOG_ONLY, "2027-01-01T00:00:00Z");

        assertThat(ids(EVERYTHING)).contains("old", "late");
    }

    @Test
    void dropsAssetsByTheirOwnLifetime() {
        assertThat(expire(new Retention(FOREVER, MONTH), "2027-11-24T12:00:00Z"))
                .containsExactly("aella-assets");
        assertThat(ids(EVERYTHING)).containsExactlyInAnyOrder("old", "new", "undated");
    }

    @Test
    void keepsEverythingForEver() {
        assertThat(expire(new Retention(FOREVER, FOREVER), "2126-11-24T12:00:00Z"))
                .isEmpty();
        assertThat(find(EVERYTHING)).hasSize(4);
    }

    @Test
    void takesWhatWasDroppedAsNew() throws InterruptedException {
        expire(SYSLOG_ONLY, "2026-12-24T12:00:01Z");

        PutResult again = put(record("old").at("2026-09-30T23:59:59Z").build());

        assertThat(again).isEqualTo(new PutResult(1, 0, 0));
        assertThat(ids(EVERYTHING)).containsExactlyInAnyOrder("old", "new", "asset");
    }

    private List<String> expire(Retention retention, String now) {
        return lake().expire(retention, Instant.parse(now).toEpochMilli());
    }
}
