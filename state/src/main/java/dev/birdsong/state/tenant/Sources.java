// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.tenant;

import dev.birdsong.state.sql.Ids;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Knows which source a host is to a tenant. A source outlives its connectors, so that a console whose connector was
/// deleted and made anew is not collected twice.
///
/// @param handle of the write that this is a part of
public record Sources(Handle handle, Ids ids) {

    /// The source of this host; a new one where the tenant never had the host.
    public String of(String tenantId, String host) {
        return known(tenantId, host).orElseGet(() -> remember(tenantId, host, ids.draw()));
    }

    /// The source of this host, which where the host is new is the same console as the source given.
    public String ofRenamed(String tenantId, String host, String sourceKey) {
        return known(tenantId, host).orElseGet(() -> remember(tenantId, host, sourceKey));
    }

    private Optional<String> known(String tenantId, String host) {
        return handle.createQuery("SELECT source_key FROM sources WHERE tenant_id = :tenant AND host = :host")
                .bind("tenant", tenantId)
                .bind("host", host)
                .mapTo(String.class)
                .findOne();
    }

    private String remember(String tenantId, String host, String sourceKey) {
        handle.createUpdate("INSERT INTO sources (tenant_id, host, source_key) VALUES (:tenant, :host, :key)")
                .bind("tenant", tenantId)
                .bind("host", host)
                .bind("key", sourceKey)
                .execute();
        return sourceKey;
    }
}
