// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import java.time.Instant;

/// Somebody who may sign in.
///
/// @param email unique, case ignored
/// @param createdAt when it was made
/// @param stamp grows whenever what was given out before must no longer hold: a changed password, role, scope, or an
/// end
public record User(
        String id, String email, String name, Access access, boolean enabled, Instant createdAt, long stamp) {}
