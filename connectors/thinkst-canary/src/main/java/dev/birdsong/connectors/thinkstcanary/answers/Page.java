// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

/// What an answer said beside its records.
///
/// @param result `success`, `error`, or empty where the answer does not say
/// @param message the console's own words, or empty
/// @param cursor where the next page begins, or empty on the last one
/// @param ids the ids of its records, as numbers
public record Page(String result, String message, String cursor, Ids ids) {

    /// The ids on a page: `updated_id` of incidents, `id` of audit records.
    ///
    /// @param count how many elements had an id
    /// @param lowest the lowest, or [Long#MAX_VALUE] where there is none
    /// @param highest the highest, or [Long#MIN_VALUE] where there is none
    /// @param squares the sum of their squares, by which others in between tell
    public record Ids(long count, long lowest, long highest, long squares) {

        /// Of an empty page.
        public static final Ids NONE = new Ids(0, Long.MAX_VALUE, Long.MIN_VALUE, 0);

        /// These and one more.
        public Ids with(long id) {
            return new Ids(count + 1, Math.min(lowest, id), Math.max(highest, id), squares + id * id);
        }
    }
}
