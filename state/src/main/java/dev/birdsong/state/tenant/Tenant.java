// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.tenant;

import java.time.Instant;

/// One customer.
///
/// @param info what people note about it
public record Tenant(String id, String name, String info, Instant createdAt) {

    /// The id of the tenant that a fresh database has.
    public static final String DEFAULT_ID = "default";
}
