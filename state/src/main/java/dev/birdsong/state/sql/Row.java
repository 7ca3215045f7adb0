// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A row of an answer, in our types.
public record Row(ResultSet columns) {

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(columns.getString(column));
    }

    public long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    public int smallNumber(String column) throws SQLException {
        return columns.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    public Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(columns.getLong(column));
    }

    public Optional<Instant> optionalTime(String column) throws SQLException {
        long value = columns.getLong(column);
        return columns.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
}
