// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import java.time.Instant;
import java.util.Optional;

/// A key by which a program acts for a user. The key itself is not kept.
///
/// @param access what it was made for; at any time it may no more than its user
/// @param life whether and how long it can be used
/// @param stamp grows whenever what was given out for it must no longer hold
public record ApiKey(String id, String userId, String name, Access access, Life life, long stamp) {

    /// Whether and how long a key can be used.
    ///
    /// @param expiresAt empty: never
    /// @param lastUsedAt to the minute; empty: never
    public record Life(boolean enabled, Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {

        /// Whether it can be used then.
        public boolean isAlive(Instant at) {
            return enabled && expiresAt.stream().allMatch(at::isBefore);
        }
    }
}
