// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.people.TenantsEndpoint;

/// A tenant as the table shows it.
///
/// @param connectors how many it has
public record TenantRow(TenantsEndpoint.Answer tenant, long connectors) {}
