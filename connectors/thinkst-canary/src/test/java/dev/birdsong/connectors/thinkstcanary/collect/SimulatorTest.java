// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The console of the contract over HTTP, with each of its open points read one way and another.
class SimulatorTest extends SimulatedFixture {

    /// Lets enough happen and enough rounds go by, and compares with the truth.
    private void check() throws Exception {
        Run incidents = run("incidents").round();
        Run audit = run("audit_trail").round();
        assertThat(ids(incidents, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        List<String> known = console.incidentIds().toList();
        console.attack(3);
        console.append(known.getFirst(), 2);
        console.acknowledge(known.get(50));
        console.enrich(known.get(60));
        console.delete(known.get(70));
        for (int i = 0; i < 100; i++) {
            console.act();
        }
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(6));
            incidents.round();
            audit.round();
        }
        assertThat(ids(incidents, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        assertThat(ids(audit, ID)).containsAll(truth("audit", ID));
        assertThat(incidents.quarantined()).isEmpty();
        assertThat(audit.quarantined()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "maximum-limit,0",
        "maximum-limit,1000",
        "maximum-limit,1",
        "unpaged-cursor,nulls",
        "last-page-cursor,absent",
        "last-page-cursor,null",
        "max-updated-id,console",
        "max-updated-id,null",
        "max-updated-id,page-or-null",
        "page-order,descending",
        "page-order,reversed",
        "after-id,forgotten",
        "after-id,kept",
        "after-id,refused",
        "empty-incidents,null",
        "empty-incidents,absent",
        "acknowledge-bumps,false",
        "enrichment-changes-events,false",
        "rollback-logtype,22011",
        "event-limit-keeps,last",
        "shrink-default,false",
        "native-types,true",
        "cursor-points-at,offset",
        "silent-mutation,true",
        "key-order,reverse",
        "gzip,false",
        "ignore-limit,true",
        "hostile,true"
    })
    void isReadToItsEndHoweverItAnswers(String name, String value) throws Exception {
        console.set(name, value);

        check();
    }

    @ParameterizedTest
    @CsvSource({"ascending,id", "ascending,offset", "descending,id", "descending,offset", "reversed,offset"})
    void isReadToItsEndThoughIdsBecomeVisibleLate(String order, String cursor) throws Exception {
        console.set("page-order", order);
        console.set("cursor-points-at", cursor);
        console.set("late-share", "0.5");
        console.set("late-requests", "4");

        check();
    }

    @Test
    void isReadToItsEndThoughCursorsExpire() throws Exception {
        Run run = run("incidents");
        run.fetch();
        run.fetch();
        console.expireCursors();

        run.round();

        assertThat(ids(run, UPDATED_ID)).isEqualTo(truth("incident", UPDATED_ID));
    }

    @Test
    void isReadToItsEndByARoundThatGoesOnWithAnOlderWalk() throws Exception {
        Run earlier = run("incidents");
        earlier.fetch();
        earlier.fetch();
        console.attack(3);
        Run later = run("incidents");
        later.goOnFrom(earlier.position().text());

        later.round();

        assertThat(ids(later, UPDATED_ID)).contains(Long.toString(console.maxUpdatedId()));
    }

    @Test
    void isReadAnewAfterAMigration() throws Exception {
        Run run = run("incidents").round();
        console.renumber();
        clock.advance(Duration.ofMinutes(61));

        run.round();

        assertThat(ids(run, UPDATED_ID)).containsAll(truth("incident", UPDATED_ID));
        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void isReadAnewAfterItsAuditTrailWasRestored() throws Exception {
        Run run = run("audit_trail").round();
        console.rewindAudit(100);
        console.act();
        clock.advance(Duration.ofMinutes(61));

        run.round();

        assertThat(ids(run, ID)).containsAll(truth("audit", ID));
        assertThat(run.state().number("epoch")).isEqualTo(1);
    }

    @Test
    void showsEachDeviceAndEachAsset() throws Exception {
        Run run = run("devices").round();

        assertThat(run.records()).hasSize(2 * console.deviceIds().size());
    }
}
