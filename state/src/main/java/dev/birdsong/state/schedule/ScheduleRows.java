// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.birdsong.state.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// The rows of the schedule, kept in line with the connectors. Compared in the database; written a thousand at a time,
/// so that nobody waits long for the one connection that writes.
///
/// @param random spreads the first rounds of many new rows
record ScheduleRows(Database database, InstantSource clock, RandomGenerator random) {

    private static final int AT_ONCE = 1_000;
    private static final Duration APART = Duration.ofMillis(20);
    private static final Duration WIDEST = Duration.ofSeconds(60);

    /// Frees the rows that a process of this node's name had picked when it was killed.
    int freePickedBy(String node) {
        return database.write(handle -> handle.createUpdate("UPDATE scheduled_tasks SET picked = FALSE,"
                        + " picked_by = NULL, last_heartbeat = NULL, version = version + 1"
                        + " WHERE picked AND picked_by = :node")
                .bind("node", node)
                .execute());
    }

    /// Adds what is missing for this profile and takes out what is no longer its own.
    void rebuild(String profile) {
        List<Ownership> ownerships = database.read(Ownership::all);
        ownerships.stream()
                .filter(ownership -> ownership.profile().name().equals(profile))
                .forEach(ownership -> {
                    remove(ownership, obsolete(ownership));
                    add(ownership, database.read(handle -> missing(handle, ownership, "", UnaryOperator.identity())));
                });
    }

    /// Adds what is missing for this connector, whoever runs it. Sees what the write did that it is a part of.
    void add(String connectorId) {
        database.write(handle -> {
            Ownership.all(handle).forEach(ownership -> add(ownership, missing(handle, ownership, connectorId)));
            return true;
        });
    }

    private static List<String> missing(Handle handle, Ownership ownership, String connectorId) {
        return missing(
                handle, ownership, " AND s.connector_id = :connector", query -> query.bind("connector", connectorId));
    }

    private static List<String> missing(
            Handle handle, Ownership ownership, String condition, UnaryOperator<Query> binding) {
        return binding.apply(ownership.bind(handle.createQuery(
                        "SELECT s.connector_id || '/' || s.content_type FROM" + ownership.streams() + condition
                                + " AND NOT EXISTS (SELECT 1 FROM scheduled_tasks t WHERE t.task_name = :task"
                                + " AND t.task_instance = s.connector_id || '/' || s.content_type)")))
                .mapTo(String.class)
                .list();
    }

    private List<String> obsolete(Ownership ownership) {
        return database.read(handle -> ownership
                .bind(handle.createQuery("SELECT t.task_instance FROM scheduled_tasks t WHERE t.task_name = :task"
                        + " AND NOT t.picked AND t.task_instance NOT IN"
                        + " (SELECT s.connector_id || '/' || s.content_type FROM" + ownership.streams() + ")"))
                .mapTo(String.class)
                .list());
    }

    private void add(Ownership ownership, List<String> instances) {
        Instant now = clock.instant();
        long spread = Math.min(WIDEST.toMillis(), APART.toMillis() * instances.size());
        inBatches(
                instances,
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (:task, :instance, :time, FALSE, 1) ON CONFLICT DO NOTHING",
                (batch, instance) -> batch.bind("task", ownership.profile().task())
                        .bind("instance", instance)
                        .bind("time", database.timestamp(now.plusMillis(random.nextLong(spread + 1)))));
    }

    private void remove(Ownership ownership, List<String> instances) {
        inBatches(
                instances,
                "DELETE FROM scheduled_tasks WHERE task_name = :task AND task_instance = :instance AND NOT picked",
                (batch, instance) ->
                        batch.bind("task", ownership.profile().task()).bind("instance", instance));
    }

    @FunctionalInterface
    private interface RowBinding {
        PreparedBatch bind(PreparedBatch batch, String instance);
    }

    private void inBatches(List<String> instances, String sql, RowBinding binding) {
        for (int from = 0; from < instances.size(); from += AT_ONCE) {
            List<String> some = instances.subList(from, Math.min(from + AT_ONCE, instances.size()));
            database.write(handle -> {
                PreparedBatch batch = handle.prepareBatch(sql);
                some.forEach(instance -> binding.bind(batch, instance).add());
                return batch.execute();
            });
        }
    }

    /// Lets all content types of a connector run by then; those that run sooner stay as they are. One whose round is
    /// running is run again by then: what the round does may be from before.
    void dueBy(String connectorId, Instant time) {
        database.write(handle -> {
            List<String> instances = instances(handle, connectorId);
            return instances.isEmpty() ? 0 : dueBy(handle, instances, time);
        });
    }

    /// In one statement, so that a round that begins or ends meanwhile is in one state or the other.
    private int dueBy(Handle handle, List<String> instances, Instant time) {
        return handle.createUpdate("""
                        UPDATE scheduled_tasks SET
                          execution_time = CASE WHEN picked THEN execution_time ELSE :time END,
                          version = CASE WHEN picked THEN version ELSE version + 1 END,
                          wanted_by = CASE WHEN picked THEN :time END
                        WHERE task_name IN (SELECT 'collect:' || name FROM profiles) AND task_instance IN (<instances>)
                          AND CASE WHEN picked THEN wanted_by IS NULL OR wanted_by > :time
                            ELSE execution_time > :time END
                        """)
                .bind("time", database.timestamp(time))
                .bindList("instances", instances)
                .execute();
    }

    /// The round of this row has ended: the next is due then, or sooner where that was asked for meanwhile. A row that
    /// somebody else has taken over stays as it is.
    void again(Execution ended, Instant next) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE scheduled_tasks SET
                          execution_time = CASE WHEN wanted_by < :next THEN wanted_by ELSE :next END, wanted_by = NULL,
                          picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                          last_success = :now, consecutive_failures = 0, version = version + 1
                        WHERE task_name = :task AND task_instance = :instance AND version = :version
                        """)
                .bind("next", database.timestamp(next))
                .bind("now", database.timestamp(clock.instant()))
                .bind("task", ended.getTaskName())
                .bind("instance", ended.getId())
                .bind("version", ended.version)
                .execute());
    }

    private static List<String> instances(Handle handle, String connectorId) {
        return handle.createQuery("SELECT connector_id || '/' || content_type FROM connector_streams"
                        + " WHERE connector_id = :connector")
                .bind("connector", connectorId)
                .mapTo(String.class)
                .list();
    }

    /// How often the connector is collected; at once where there is no such connector. Sees what the write did that it
    /// is a part of.
    Duration interval(String connectorId) {
        return database.write(handle -> handle.createQuery("SELECT interval_ms FROM connectors WHERE id = :id")
                .bind("id", connectorId)
                .mapTo(Long.class)
                .findOne()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO));
    }

    /// Whether the stream is still to be collected.
    boolean isWanted(StreamId stream) {
        return database.read(handle -> handle.createQuery("SELECT active FROM connector_streams"
                        + " WHERE connector_id = :connector AND content_type = :type")
                .bind("connector", stream.connectorId())
                .bind("type", stream.contentType())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }
}
