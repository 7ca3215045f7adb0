// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Schema;
import java.time.InstantSource;

/// Reads Lucene query syntax, as people type it, into the query tree. Without state: one serves all threads.
///
/// Clauses beside each other must all match. `AND` binds closer than `OR`, and `NOT` closest. What a value means
/// depends on its field's type: on a date it is a time, and a day stands for the whole of it.
public final class QueryParser {

    private final Schema schema;
    private final InstantSource now;

    public QueryParser(Schema schema, InstantSource now) {
        this.schema = schema;
        this.now = now;
    }

    /// The tree of a query; of an empty one: everything.
    ///
    /// @throws QueryException if it cannot be read
    public Query parse(String text) {
        Cursor cursor = new Cursor(text);
        Values values = new Values(schema, new Times(now.instant()));
        return new Clauses(cursor, values).all();
    }
}
