// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.reconcile.OpenWalk;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.engine.reconcile.Verdict.Counts;
import dev.birdsong.engine.reconcile.Verdict.Found;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// How streams were compared, as columns.
final class CheckRows {

    private CheckRows() {}

    static StreamCheck check(Row row) throws SQLException {
        Optional<Instant> at = row.optionalTime("checked_at");
        Optional<String> position = row.optionalText("walk_position");
        return new StreamCheck(
                at.isPresent() ? Optional.of(verdict(row, at.get())) : Optional.empty(),
                position.isPresent() ? Optional.of(walk(row, position.get())) : Optional.empty(),
                row.optionalTime("due_at"));
    }

    private static Verdict verdict(Row row, Instant at) throws SQLException {
        String notes = row.text("notes");
        return new Verdict(
                row.time("began_at"),
                at,
                row.number("epoch"),
                row.number("complete_up_to"),
                new Counts(
                        row.number("stored"), row.number("filtered"), row.number("quarantined"), row.number("expired")),
                new Found(
                        row.number("missing"),
                        row.number("purged_up_to"),
                        row.flag("sees_less"),
                        GapText.read(row.text("gaps")),
                        row.number("gaps_total")),
                notes.isEmpty() ? List.of() : notes.lines().toList());
    }

    private static OpenWalk walk(Row row, String position) throws SQLException {
        var counts = new RoundCounts(
                row.number("pages"),
                row.number("records_read"),
                row.number("bytes"),
                new PutResult(row.number("created"), row.number("updated"), row.number("unchanged")),
                row.number("walk_filtered"),
                row.number("walk_quarantined"));
        return new OpenWalk(
                new Position(position),
                row.number("walk_epoch"),
                row.time("walk_began_at"),
                row.flag("walk_complete"),
                counts);
    }

    static <S extends SqlStatement<S>> S bind(S statement, Verdict verdict) {
        return statement
                .bind("began", verdict.began().toEpochMilli())
                .bind("at", verdict.at().toEpochMilli())
                .bind("epoch", verdict.epoch())
                .bind("complete", verdict.completeUpTo())
                .bind("stored", verdict.counts().stored())
                .bind("filtered", verdict.counts().filtered())
                .bind("quarantined", verdict.counts().quarantined())
                .bind("expired", verdict.counts().expired())
                .bind("missing", verdict.found().missing())
                .bind("purged", verdict.found().purgedUpTo())
                .bind("less", verdict.found().seesLess())
                .bind("gaps", GapText.of(verdict.found().gaps()))
                .bind("total", verdict.found().gapsTotal())
                .bind("notes", String.join("\n", verdict.notes()));
    }
}
