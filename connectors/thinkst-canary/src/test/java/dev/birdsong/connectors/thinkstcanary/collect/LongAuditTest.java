// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.spi.connector.CollectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The first walk through an audit trail that has grown for years.
class LongAuditTest extends SimulatedFixture {

    private static final int RECORDS = 100_000;
    private static final int PAGES = RECORDS / PageSize.LARGEST;
    private static final int[] CUTS = {1, 7, 30, 40};

    @Test
    void losesNothingAndDoesNotBeginAgainWhereverItIsCut() throws Exception {
        console.close();
        console = started(settings()
                .withPopulation(Population.small().withIncidents(1).withAudit(RECORDS))
                .with("maximum-limit", "0"));
        Run run = run("audit_trail");
        int fetches = 0;

        for (int pages : CUTS) {
            fetches += fetch(run, pages);
            cut(run);
            long newest = console.act();
            fetches += fetch(run, 2);
            assertThat(ids(run, ID)).contains(Long.toString(newest)).doesNotContain("1");
        }
        while (run.fetch()) {
            fetches++;
        }

        assertThat(ids(run, ID)).isEqualTo(truth("audit", ID)).hasSize(RECORDS + CUTS.length);
        assertThat(fetches).isLessThan(PAGES + PAGES / 5);
    }

    private static int fetch(Run run, int pages) throws InterruptedException {
        for (int i = 0; i < pages; i++) {
            assertThat(run.fetch()).isTrue();
        }
        return pages;
    }

    /// The connection breaks, then the process ends before its last position is stored, then it is started again.
    private void cut(Run run) {
        console.fault(Fault.parse("reset"));
        assertThatThrownBy(run::fetch).isInstanceOf(CollectException.Unavailable.class);
        console.clearFaults();
        run.backTo(run.stored() - 2);
        clock.restart();
        clock.advance(Duration.ofMinutes(1));
    }
}
