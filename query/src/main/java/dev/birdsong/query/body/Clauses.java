// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

/// How many clauses a search has, of queries and aggregations together.
final class Clauses {

    private static final int MOST = 1_024;

    private int count;

    void add(Node where, int more) {
        count += more;
        if (count > MOST) {
            throw where.problem("a search has at most 1,024 clauses");
        }
    }
}
