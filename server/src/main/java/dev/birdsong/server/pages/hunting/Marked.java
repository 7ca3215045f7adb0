// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryException;

/// A query and where it is at fault.
///
/// @param at the character there; a blank where it ends too early
public record Marked(String before, String at, String after) {

    /// Of this query.
    static Marked of(String query, QueryException wrong) {
        int length = query.codePointCount(0, query.length());
        int start = query.offsetByCodePoints(0, Math.clamp(wrong.column() - 1L, 0, length));
        int end = start == query.length() ? start : query.offsetByCodePoints(start, 1);
        return new Marked(
                query.substring(0, start), end == start ? " " : query.substring(start, end), query.substring(end));
    }
}
