// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.Map;

/// How the databases differ.
enum Dialect {
    SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", "BLOB", "INTEGER"),
    POSTGRESQL("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", "BYTEA", "TIMESTAMP WITH TIME ZONE");

    private final String now;
    private final String blob;
    private final String time;

    Dialect(String now, String blob, String time) {
        this.now = now;
        this.blob = blob;
        this.time = time;
    }

    /// The SQL for the database's time in epoch milliseconds.
    String now() {
        return now;
    }

    /// What migrations leave open.
    Map<String, String> placeholders() {
        return Map.of("now", now, "blob", blob, "time", time);
    }
}
