// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.birdsong.state.profile.Nodes;
import dev.birdsong.state.rounds.SqlLeases;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.StateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each content type of each connector of this node's profile when it is due: at most 64 at once, on platform
/// threads, the longest due first.
///
/// The schedule lives in the database, so that a node that was killed goes on where it was when it is started again,
/// and others take over 40 seconds after a node has died.
public final class RoundSchedule implements AutoCloseable {

    /// How many rounds run at once.
    public static final int ROUNDS_AT_ONCE = 64;

    /// What is due is picked as soon as a tenth of the threads is free: a few long rounds must not keep others waiting.
    private static final double FETCH_BELOW = 0.9;

    private static final Logger LOG = LoggerFactory.getLogger(RoundSchedule.class);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final int HEARTBEATS_PER_REBUILD = 6;

    private final Database database;
    private final LocalNode node;
    private final Nodes nodes;
    private final SqlLeases leases;
    private final ScheduleRows rows;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread housekeeping;

    /// @param leases this node's
    /// @param random spreads the first rounds of many new connectors
    public RoundSchedule(
            Database database,
            SqlLeases leases,
            LocalNode node,
            StreamRunner runner,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.node = node;
        this.nodes = new Nodes(database);
        this.leases = leases;
        this.rows = new ScheduleRows(database, clock, random);
        this.clock = clock;
        this.scheduler = scheduler(database, new Rounds(rows, runner, clock), node, clock);
        this.housekeeping = Thread.ofPlatform().name("schedule").daemon().unstarted(this::keepUp);
    }

    private static Scheduler scheduler(Database database, Rounds rounds, LocalNode node, InstantSource clock) {
        SchedulerBuilder builder = Scheduler.create(database.writer(), rounds.task(node.profile()))
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .threads(ROUNDS_AT_ONCE)
                .executorService(threads())
                .serializer(new NoData())
                .clock(clock::instant)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(FETCH_BELOW, 1.0)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(SHUTDOWN);
        return (database.isShared() ? builder : builder.jdbcCustomization(new SqliteSchedule())).build();
    }

    /// A pool starts a new thread for each round until it is full, however many are idle: few rounds, few threads.
    private static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                ROUNDS_AT_ONCE,
                ROUNDS_AT_ONCE,
                IDLE_THREAD.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("round-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /// Starts: what this node ran when it was killed is due again, and what is missing is added.
    public void start() {
        nodes.started(node.name(), node.profile(), node.address(), node.version());
        rows.freePickedBy(node.name());
        leases.freeOwn();
        rebuild();
        scheduler.start();
        housekeeping.start();
    }

    private void keepUp() {
        try {
            for (int beat = 1; !ending.await(HEARTBEAT.toSeconds(), TimeUnit.SECONDS); beat++) {
                keepUp(beat % HEARTBEATS_PER_REBUILD == 0);
            }
        } catch (InterruptedException _) {
            LOG.atDebug().setMessage("nobody looks after the schedule any more").log();
        }
    }

    private void keepUp(boolean withRebuild) {
        try {
            nodes.seen(node.name());
            if (withRebuild) {
                rebuild();
            }
        } catch (StateException e) {
            LOG.atWarn()
                    .setMessage("the schedule was not looked after, it is tried again: {}")
                    .addArgument(e.getMessage())
                    .log();
        }
    }

    /// Brings the schedule of this node's profile in line with the connectors. Done every minute.
    public void rebuild() {
        rows.rebuild(node.profile());
    }

    /// A connector was made or edited: what is new of it runs at once, the rest within its interval. Belongs into the
    /// write that makes or edits it.
    public void changed(String connectorId) {
        database.write(_ -> {
            rows.add(connectorId);
            dueWithin(connectorId, rows.interval(connectorId));
            return true;
        });
    }

    /// Lets all content types of a connector run at once, and those again that do.
    public void dueNow(String connectorId) {
        dueWithin(connectorId, Duration.ZERO);
    }

    /// Lets all content types of a connector run within this time; those that run sooner stay as they are.
    public void dueWithin(String connectorId, Duration time) {
        rows.dueBy(connectorId, clock.instant().plus(time));
    }

    /// Ends: starts no round, tells those that run to end, and waits for them, 15 seconds at most.
    @Override
    public void close() {
        ending.countDown();
        scheduler.stop();
        nodes.ended(node.name());
    }
}
