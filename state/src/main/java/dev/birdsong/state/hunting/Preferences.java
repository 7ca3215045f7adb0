// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.hunting;

import dev.birdsong.state.sql.Database;
import java.util.Optional;

/// Remembers how somebody likes to look at things, on whatever browser they sign in.
public record Preferences(Database database) {

    /// What they chose last.
    public Optional<String> find(String userId, String name) {
        return database.read(
                handle -> handle.createQuery("SELECT value FROM preferences WHERE user_id = :user AND name = :name")
                        .bind("user", userId)
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne());
    }

    /// Remembers it.
    public void keep(String userId, String name, String value) {
        database.write(handle -> handle.createUpdate("INSERT INTO preferences (user_id, name, value)"
                        + " VALUES (:user, :name, :value) ON CONFLICT (user_id, name) DO UPDATE SET value = :value")
                .bind("user", userId)
                .bind("name", name)
                .bind("value", value)
                .execute());
    }
}
