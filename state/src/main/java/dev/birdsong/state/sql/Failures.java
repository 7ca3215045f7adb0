// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.sql.SQLException;
import java.util.Objects;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what the driver says into what we say.
final class Failures {

    /// SQLSTATE of an integrity constraint, with all its kinds.
    private static final String INTEGRITY = "23";

    private Failures() {}

    static StateException of(DatabaseUrl url, JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isIntegrity(e)) {
                return new StateException.Conflict(
                        "something else was changed at the same time, so that this no longer fits: try again", "");
            }
        }
        return new StateException.Unavailable(
                "the database " + url + " does not do what it should: " + Reasons.of(failure), failure);
    }

    private static boolean isIntegrity(SQLException failure) {
        return failure instanceof SQLiteException e
                ? (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                : Objects.toString(failure.getSQLState(), "").startsWith(INTEGRITY);
    }
}
