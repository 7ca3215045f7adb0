// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.state.connector.ConnectorEdit;
import dev.birdsong.state.profile.Profile;
import dev.birdsong.state.schedule.LocalNode;
import dev.birdsong.state.schedule.RoundSchedule;
import dev.birdsong.state.schedule.StreamRunner;
import dev.birdsong.state.sql.StateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScheduleTest extends StateContract {

    /// The scheduler wakes up by its clock, so that time has to pass here.
    private static final Clock CLOCK = Clock.systemUTC();

    private final Instant later = CLOCK.instant().plus(Duration.ofDays(1));

    private final BlockingQueue<String> ran = new ArrayBlockingQueue<>(1000);

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
        try (RoundSchedule schedule = schedule("Default", (connector, contentType, goOn) -> {
            remember(connector, contentType, goOn);
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
        RoundSchedule schedule = schedule("Default", (_, _, goOn) -> {
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
        try (RoundSchedule schedule = schedule("Default", (connector, contentType, goOn) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            full.countDown();
            full.await(20, TimeUnit.SECONDS);
            atOnce.decrementAndGet();
            return remember(connector, contentType, goOn);
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

    private void rebuild(String... profiles) {
        for (String profile : profiles) {
            RoundSchedule schedule = schedule(profile, this::remember);
            schedule.rebuild();
            schedule.close();
        }
    }

    private RoundSchedule schedule(String profile, StreamRunner runner) {
        return new RoundSchedule(
                state.database(),
                state.leases("here"),
                new LocalNode("here", profile, "127.0.0.1", "1"),
                runner,
                CLOCK,
                new Random());
    }

    private Instant remember(String connector, String contentType, BooleanSupplier goOn) {
        assertThat(goOn.getAsBoolean()).isTrue();
        ran.add(connector + "/" + contentType);
        return later;
    }

    private void active(Connector connector, long revision, boolean active) {
        state.connectors()
                .edit(
                        connector.id(),
                        revision,
                        new ConnectorEdit(
                                connector.configuration(), new Collecting(active, List.of()), Optional.empty(), false));
    }

    private void waitUntilNothingIsPicked() {
        while (count("SELECT COUNT(*) FROM scheduled_tasks WHERE picked") > 0) {
            Thread.onSpinWait();
        }
    }

    private long count(String sql) {
        return state.database()
                .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> rows() {
        return state.database()
                .read(handle -> handle.createQuery("SELECT task_name || ' ' || task_instance FROM scheduled_tasks")
                        .mapTo(String.class)
                        .list());
    }
}
