// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.hunting;

import java.time.Instant;
import java.util.List;

/// A search that somebody keeps.
///
/// @param madeBy the email of who made it
public record SavedQuery(String id, String name, Visible visible, String madeBy, Search search, Times times) {

    /// Who sees it.
    public sealed interface Visible {

        /// Its owner alone.
        ///
        /// @param userId the owner
        record Own(String userId) implements Visible {}

        /// All who see a tenant.
        record OfTenant(String tenantId) implements Visible {}
    }

    /// What is looked for, and how it is shown. All of it as it is typed.
    ///
    /// @param columns paths of fields; empty: the usual
    public record Search(String query, String index, Range range, List<String> columns, String sort) {

        public Search {
            columns = List.copyOf(columns);
        }
    }

    /// From when to when.
    ///
    /// @param key such as `24h`, or `custom`
    public record Range(String key, String from, String to) {}

    /// When it was made, and last changed.
    public record Times(Instant created, Instant modified) {}
}
