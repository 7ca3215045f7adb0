// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.state.connector.ConnectorEdit;
import dev.birdsong.state.schedule.LocalNode;
import dev.birdsong.state.schedule.RoundSchedule;
import dev.birdsong.state.schedule.StreamRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;

/// A schedule, and what it ran.
@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ScheduleContract extends StateContract {

    /// The scheduler wakes up by its clock, so that time has to pass here.
    protected static final Clock CLOCK = Clock.systemUTC();

    protected final Instant later = CLOCK.instant().plus(Duration.ofDays(1));

    protected final BlockingQueue<String> ran = new ArrayBlockingQueue<>(1000);

    ScheduleContract(Engine engine) {
        super(engine);
    }

    protected void rebuild(String... profiles) {
        for (String profile : profiles) {
            RoundSchedule schedule = schedule(profile, this::remember);
            schedule.rebuild();
            schedule.close();
        }
    }

    protected RoundSchedule schedule(String profile, StreamRunner runner) {
        return new RoundSchedule(
                state.database(),
                state.leases("here"),
                new LocalNode("here", profile, "127.0.0.1", "1"),
                runner,
                CLOCK,
                new Random());
    }

    protected Instant remember(String connector, String contentType, Instant due, BooleanSupplier goOn) {
        assertThat(due).isBeforeOrEqualTo(CLOCK.instant());
        assertThat(goOn.getAsBoolean()).isTrue();
        ran.add(connector + "/" + contentType);
        return later;
    }

    protected void active(Connector connector, long revision, boolean active) {
        state.connectors()
                .edit(
                        connector.id(),
                        revision,
                        new ConnectorEdit(
                                connector.configuration(), new Collecting(active, List.of()), Optional.empty(), false));
    }

    protected void waitUntilNothingIsPicked() {
        while (count("SELECT COUNT(*) FROM scheduled_tasks WHERE picked") > 0) {
            Thread.onSpinWait();
        }
    }

    protected long count(String sql) {
        return state.database()
                .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    protected long dueBefore(Instant time) {
        return state.database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM scheduled_tasks WHERE execution_time < :time")
                        .bind("time", state.database().timestamp(time))
                        .mapTo(Long.class)
                        .one());
    }

    protected List<String> rows() {
        return state.database()
                .read(handle -> handle.createQuery("SELECT task_name || ' ' || task_instance FROM scheduled_tasks")
                        .mapTo(String.class)
                        .list());
    }
}
