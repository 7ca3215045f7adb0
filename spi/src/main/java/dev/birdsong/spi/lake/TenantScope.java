// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.Set;

/// Whose records may be seen. Every read of a lake takes one.
public sealed interface TenantScope {

    /// Those of every tenant.
    record All() implements TenantScope {}

    /// Those of these tenants, by id.
    record Only(Set<String> tenants) implements TenantScope {
        public Only {
            tenants = Set.copyOf(tenants);
        }
    }
}
