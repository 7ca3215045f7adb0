// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.state.profile.Profile;
import dev.birdsong.state.schedule.RoundSchedule;
import dev.birdsong.state.sql.StateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest extends ScheduleContract {

    ScheduleTest(Engine engine) {
        super(engine);
    }

    @Test
    void runsEachContentTypeOfANewConnector() throws InterruptedException {
        Connector connector = state.connectors().create(connector("hq"));

        try (RoundSchedule schedule = schedule("Default", this::remember)) {
            schedule.start();

            assertThat(List.of(ran.take(), ran.take()))
                    .containsExactlyInAnyOrder(connector.id() + "/incidents", connector.id() + "/audit_trail");
        }
    }

    @Test
    void doesNotRunWhatIsPausedAndRunsItAgainAfterwards() throws InterruptedException {
        Connector paused = state.connectors().create(connector("paused"));
        state.connectors().create(connector("other"));
        active(paused, 1, false);

        try (RoundSchedule schedule = schedule("Default", this::remember)) {
            schedule.start();
            assertThat(List.of(ran.take(), ran.take())).noneMatch(stream -> stream.startsWith(paused.id()));

            active(paused, 2, true);
            schedule.changed(paused.id());
            assertThat(List.of(ran.take(), ran.take())).allMatch(stream -> stream.startsWith(paused.id()));
        }
    }

    @Test
    void takesOutTheRowsOfConnectorsThatAreGone() {
        Connector gone = state.connectors().create(connector("gone"));
        Connector stays = state.connectors().create(connector("stays"));
        RoundSchedule schedule = schedule("Default", this::remember);
        schedule.rebuild();

        state.connectors().delete(gone.id());
        schedule.rebuild();

        assertThat(rows()).allMatch(row -> row.contains(stays.id())).hasSize(2);
        schedule.close();
    }

    @Test
    void runsAgainInAMinuteWhatThrows() throws InterruptedException {
        state.connectors().create(connector("hq"));
        try (RoundSchedule schedule = schedule("Default", (connector, contentType, due, goOn) -> {
            remember(connector, contentType, due, goOn);
            throw new IllegalStateException("as a test of the supervision");
        })) {
            schedule.start();
            ran.take();
            ran.take();
            waitUntilNothingIsPicked();
        }

        assertThat(count("SELECT COUNT(*) FROM scheduled_tasks WHERE consecutive_failures = 1"))
                .isEqualTo(2);
    }

    @Test
    void goesOnAtOnceWithWhatAKilledNodeOfItsNameHadPicked() throws InterruptedException {
        Connector connector = state.connectors().create(connector("hq"));
        RoundSchedule before = schedule("Default", this::remember);
        before.rebuild();
        before.close();
        state.database()
                .write(
                        handle -> handle.execute(
                                "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'here', last_heartbeat = execution_time"));
        var stream = new StreamKey(connector.sourceKey(), "incidents");
        assertThat(state.leases("here").take(stream, Duration.ofHours(1))).isPresent();

        try (RoundSchedule schedule = schedule("Default", this::remember)) {
            schedule.start();

            assertThat(List.of(ran.take(), ran.take())).contains(connector.id() + "/incidents");
            assertThat(state.leases("there").take(stream, Duration.ofHours(1))).isPresent();
        }
    }

    @Test
    void tellsRunningRoundsToEndAndLeavesThemDue() throws InterruptedException {
        state.connectors().create(connector("default", "hq", "hq.canary.tools", "incidents"));
        var running = new CountDownLatch(1);
        RoundSchedule schedule = schedule("Default", (_, _, _, goOn) -> {
            running.countDown();
            while (goOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return later;
        });
        schedule.start();
        running.await();

        schedule.close();

        assertThat(count("SELECT COUNT(*) FROM scheduled_tasks WHERE NOT picked"))
                .isEqualTo(1);
        try (RoundSchedule next = schedule("Default", this::remember)) {
            next.start();
            assertThat(ran.take()).endsWith("/incidents");
        }
    }

    @Test
    void runsNoMoreThanSixtyFourAtOnce() throws InterruptedException {
        for (int number = 0; number < 40; number++) {
            state.connectors().create(connector("c" + number));
        }
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(64);
        try (RoundSchedule schedule = schedule("Default", (connector, contentType, due, goOn) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            full.countDown();
            full.await(20, TimeUnit.SECONDS);
            atOnce.decrementAndGet();
            return remember(connector, contentType, due, goOn);
        })) {
            schedule.start();
            for (int round = 0; round < 80; round++) {
                ran.take();
            }
        }

        assertThat(most).hasValue(64);
    }

    @Test
    void givesAConnectorInSeveralProfilesToTheFirstThatHasANode() {
        Connector connector = state.connectors().create(connector("hq"));
        state.profiles().create("Alpha", false, List.of(connector.id()));
        state.profiles().create("Zulu", true, List.of());

        rebuild("Alpha", "Default", "Zulu");
        assertThat(rows()).allMatch(row -> row.startsWith("collect:Alpha"));

        state.nodes().started("z", "Zulu", "", "");
        rebuild("Alpha", "Default", "Zulu");
        assertThat(rows()).hasSize(2).allMatch(row -> row.startsWith("collect:Zulu"));

        state.nodes().ended("z");
        rebuild("Alpha", "Default", "Zulu");
        assertThat(rows()).hasSize(2).allMatch(row -> row.startsWith("collect:Alpha"));
    }

    @Test
    void leavesConnectorsAloneThatAreInNoProfile() {
        Connector connector = state.connectors().create(connector("hq"));
        state.profiles().edit(new Profile(Profile.DEFAULT_ID, "Default", false, List.of()));

        rebuild("Default");

        assertThat(rows()).isEmpty();
        assertThat(state.profiles().connectorsInNone(ALL)).containsExactly(connector.id());
    }

    @Test
    void changesSomeConnectorsOfAProfileAndLeavesTheOthers() {
        Connector hq = state.connectors().create(connector("hq"));
        Connector branch = state.connectors().create(connector("branch"));
        String id = state.profiles().create("Some", false, List.of(hq.id())).id();

        state.profiles().add(id, List.of(branch.id(), hq.id()));
        assertThat(state.profiles().find(id).orElseThrow().connectors()).containsExactly(branch.id(), hq.id());
        assertThatThrownBy(() -> state.profiles().add(id, List.of("nobody's")))
                .isInstanceOf(StateException.Missing.class);

        state.profiles().remove(id, List.of(hq.id()));
        assertThat(state.profiles().find(id).orElseThrow().connectors()).containsExactly(branch.id());
    }
}
