// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.state.schedule.RoundSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What is made due is run by then, whatever runs meanwhile.
class MadeDueTest extends ScheduleContract {

    MadeDueTest(Engine engine) {
        super(engine);
    }

    @Test
    void runsAConnectorThatWasMadeMeanwhileAndWhatIsMadeDue() throws InterruptedException {
        try (RoundSchedule schedule = schedule("Default", this::remember)) {
            schedule.start();
            Connector connector = state.connectors().create(connector("hq"));

            schedule.changed(connector.id());
            List<String> first = List.of(ran.take(), ran.take());
            waitUntilNothingIsPicked();
            schedule.dueNow(connector.id());
            List<String> second = List.of(ran.take(), ran.take());

            assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        }
    }

    @Test
    void runsAgainWhatIsMadeDueWhileItsRoundRuns() throws InterruptedException {
        Connector connector = state.connectors().create(connector("default", "hq", "hq.canary.tools", "incidents"));
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (RoundSchedule schedule = schedule("Default", (id, contentType, due, wanted) -> {
            running.countDown();
            goOn.await();
            return remember(id, contentType, due, wanted);
        })) {
            schedule.start();
            running.await();

            schedule.dueNow(connector.id());
            schedule.dueWithin(connector.id(), Duration.ofHours(1));
            goOn.countDown();

            assertThat(List.of(ran.take(), ran.take())).containsOnly(connector.id() + "/incidents");
            waitUntilNothingIsPicked();
            assertThat(count("SELECT COUNT(*) FROM scheduled_tasks WHERE wanted_by IS NOT NULL"))
                    .isZero();
        }
    }

    @Test
    void keepsTheSoonerTimeOfWhatIsMadeDueWhileItsRoundRuns() throws InterruptedException {
        Connector connector = state.connectors().create(connector("default", "hq", "hq.canary.tools", "incidents"));
        Instant soon = CLOCK.instant().plus(Duration.ofMinutes(30));
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (RoundSchedule schedule = schedule("Default", (_, _, _, _) -> {
            running.countDown();
            goOn.await();
            return soon;
        })) {
            schedule.start();
            running.await();

            schedule.dueWithin(connector.id(), Duration.ofHours(1));
            goOn.countDown();
            waitUntilNothingIsPicked();
        }

        assertThat(dueBefore(soon.plusSeconds(1))).isOne();
    }

    @Test
    void addsWhatTheWriteThatItIsAPartOfHasActivated() {
        Connector connector = state.connectors().create(connector("hq"));
        active(connector, 1, false);
        RoundSchedule schedule = schedule("Default", this::remember);

        state.inOneWrite(() -> {
            active(connector, 2, true);
            schedule.changed(connector.id());
            return true;
        });

        assertThat(rows()).hasSize(2).allMatch(row -> row.contains(connector.id()));
        schedule.close();
    }
}
