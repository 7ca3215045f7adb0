// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

/// A query cannot be read. The message is one line for people and begins with the column.
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int column;
    private final String reason;

    /// @param column where it is at fault, counted in characters from 1
    /// @param reason what is wrong there, and what to write instead
    public QueryException(int column, String reason) {
        super("column " + column + ": " + reason);
        this.column = column;
        this.reason = reason;
    }

    /// Where the query is at fault, counted in characters from 1.
    public int column() {
        return column;
    }

    /// The message without the column.
    public String reason() {
        return reason;
    }
}
