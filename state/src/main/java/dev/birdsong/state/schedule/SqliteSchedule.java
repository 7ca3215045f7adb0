// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;

/// Lets the scheduler pick in SQLite all that it can run in one write, as it does in PostgreSQL. Nobody writes between
/// its look and its write: a transaction of the connection that writes has the lock from its beginning.
final class SqliteSchedule extends SqliteJdbcCustomization {

    @Override
    public boolean supportsGenericLockAndFetch() {
        return true;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        return createSelectDueQuery(tableName, limit, requiredAndCondition, orderByPriority);
    }
}
