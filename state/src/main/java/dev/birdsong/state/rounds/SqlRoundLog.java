// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.state.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes down how rounds go: the status of the stream, the round itself, and what it brought on its day, all or
/// nothing. Of a
/// connector that was deleted meanwhile nothing is written.
public final class SqlRoundLog implements RoundLog {

    /// How many rounds of a stream are kept.
    public static final int KEPT = 50;

    private static final String COUNTS =
            "pages, records_read, created, updated, unchanged, filtered, quarantined, bytes";
    private static final String COUNT_VALUES =
            ":pages, :read, :created, :updated, :unchanged, :filtered, :quarantined, :bytes";

    private final Database database;

    public SqlRoundLog(Database database) {
        this.database = database;
    }

    @Override
    public void began(String connectorId, String contentType, Instant at) {
        database.write(handle -> {
            if (tenantOf(handle, connectorId).isPresent()) {
                var rows = new StatusRows(handle);
                StreamStatus before =
                        rows.find(connectorId, contentType).orElseGet(() -> StatusRows.fresh(contentType, at));
                rows.write(connectorId, new Standing(before).began(at), false);
            }
            return true;
        });
    }

    @Override
    public void ended(RoundReport report) {
        database.write(handle -> {
            tenantOf(handle, report.connectorId()).ifPresent(tenant -> {
                writeRound(handle, report, writeStatus(handle, report));
                writeDay(handle, report, tenant);
                writeFiltered(handle, report, tenant);
            });
            return true;
        });
    }

    private static Optional<String> tenantOf(Handle handle, String connectorId) {
        return handle.createQuery("SELECT tenant_id FROM connectors WHERE id = :id")
                .bind("id", connectorId)
                .mapTo(String.class)
                .findOne();
    }

    private static long writeStatus(Handle handle, RoundReport report) {
        var rows = new StatusRows(handle);
        StreamStatus before = rows.find(report.connectorId(), report.contentType())
                .orElseGet(() ->
                        StatusRows.fresh(report.contentType(), report.span().began()));
        return rows.write(report.connectorId(), new Standing(before).ended(report), true);
    }

    private static void writeRound(Handle handle, RoundReport report, long number) {
        stream(Conditions.bind(counts(handle.createUpdate("""
                        INSERT INTO rounds (connector_id, content_type, slot, node, began, ended, condition,
                          condition_until, kind, http_status, message, <counts>)
                        VALUES (:connector, :type, :slot, :node, :began, :ended, :condition,
                          :until, :kind, :http_status, :message, <values>)
                        ON CONFLICT (connector_id, content_type, slot) DO UPDATE SET
                          node = excluded.node, began = excluded.began, ended = excluded.ended,
                          condition = excluded.condition, condition_until = excluded.condition_until,
                          kind = excluded.kind, http_status = excluded.http_status, message = excluded.message,
                          pages = excluded.pages, records_read = excluded.records_read, created = excluded.created,
                          updated = excluded.updated, unchanged = excluded.unchanged, filtered = excluded.filtered,
                          quarantined = excluded.quarantined, bytes = excluded.bytes
                        """), report.counts()), report.condition()), report)
                .bind("slot", number % KEPT)
                .bind("node", report.span().node())
                .bind("began", report.span().began().toEpochMilli())
                .bind("ended", report.span().ended().toEpochMilli())
                .execute();
    }

    private static void writeDay(Handle handle, RoundReport report, String tenant) {
        stream(counts(handle.createUpdate("""
                        INSERT INTO ingestion (connector_id, content_type, day, tenant_id, <counts>)
                        VALUES (:connector, :type, :day, :tenant, <values>)
                        ON CONFLICT (connector_id, content_type, day) DO UPDATE SET
                          pages = ingestion.pages + excluded.pages,
                          records_read = ingestion.records_read + excluded.records_read,
                          created = ingestion.created + excluded.created,
                          updated = ingestion.updated + excluded.updated,
                          unchanged = ingestion.unchanged + excluded.unchanged,
                          filtered = ingestion.filtered + excluded.filtered,
                          quarantined = ingestion.quarantined + excluded.quarantined,
                          bytes = ingestion.bytes + excluded.bytes
                        """), report.counts()), report)
                .bind("day", day(report))
                .bind("tenant", tenant)
                .execute();
    }

    private static void writeFiltered(Handle handle, RoundReport report, String tenant) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO filtered (filter_id, connector_id, day, tenant_id, records)
                VALUES (:filter, :connector, :day, :tenant, :records)
                ON CONFLICT (filter_id, connector_id, day) DO UPDATE SET records = filtered.records + excluded.records
                """);
        report.filteredBy()
                .forEach((filter, records) -> stream(batch, report)
                        .bind("filter", filter)
                        .bind("day", day(report))
                        .bind("tenant", tenant)
                        .bind("records", records)
                        .add());
        batch.execute();
    }

    private static <S extends SqlStatement<S>> S stream(S statement, RoundReport report) {
        return statement.bind("connector", report.connectorId()).bind("type", report.contentType());
    }

    private static <S extends SqlStatement<S>> S counts(S statement, RoundCounts counts) {
        return CountColumns.bind(statement.define("counts", COUNTS).define("values", COUNT_VALUES), counts);
    }

    private static long day(RoundReport report) {
        return LocalDate.ofInstant(report.span().ended(), ZoneOffset.UTC).toEpochDay();
    }
}
