// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.RoundCounts;
import org.jdbi.v3.core.statement.SqlStatement;

/// What rounds have done, as columns.
public final class CountColumns {

    private CountColumns() {}

    /// Fills in `:pages`, `:read`, `:created`, `:updated`, `:unchanged`, `:filtered`, `:quarantined` and `:bytes`.
    public static <S extends SqlStatement<S>> S bind(S statement, RoundCounts counts) {
        return statement
                .bind("pages", counts.pages())
                .bind("read", counts.read())
                .bind("created", counts.put().created())
                .bind("updated", counts.put().updated())
                .bind("unchanged", counts.put().unchanged())
                .bind("filtered", counts.filtered())
                .bind("quarantined", counts.quarantined())
                .bind("bytes", counts.bytes());
    }
}
