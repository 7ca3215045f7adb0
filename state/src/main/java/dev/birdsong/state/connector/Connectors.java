// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Revision;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.secrets.Sealed;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Sources;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Keeps the connectors, their auth tokens sealed.
public final class Connectors {

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    public Connectors(Database database, Vault vault, Ids ids, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /// A page of those asked for.
    public ConnectorPage list(ConnectorQuery query) {
        return database.read(handle -> new ConnectorRows(handle).page(query));
    }

    /// How many each tenant of the scope has, by its id; nothing for those that have none.
    public Map<String, Long> perTenant(TenantScope scope) {
        var scoped = new Scoped(scope, "tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT tenant_id, COUNT(*) AS connectors"
                        + " FROM connectors WHERE " + scoped.condition() + " GROUP BY tenant_id"))
                .map((columns, _) -> Map.entry(columns.getString("tenant_id"), columns.getLong("connectors")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The one with this id, if it is there and in the scope.
    public Optional<KeptConnector> find(String id, TenantScope scope) {
        return database.read(handle -> new ConnectorRows(handle).find(id))
                .filter(kept -> scope instanceof TenantScope.All()
                        || (scope instanceof TenantScope.Only(var tenants)
                                && tenants.contains(kept.connector().general().tenantId())));
    }

    /// The auth token, if the connector is there.
    public Optional<Secret> authToken(String id) {
        return database.read(handle -> handle.createQuery("SELECT sealed_token FROM connectors WHERE id = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne())
                .map(ciphertext -> vault.open(ciphertext, Sealed.CONNECTORS.context(id)));
    }

    /// Makes one.
    ///
    /// @throws StateException if the name is in use, another active connector of the tenant collects the same, or
    ///     there is no such tenant, log filter or profile
    public Connector create(NewConnector asked) {
        return database.write(handle -> {
            var checks = new ConnectorChecks(handle);
            String tenant = asked.general().tenantId();
            checks.tenantExists(tenant);
            Instant now = clock.instant();
            var connector = new Connector(
                    ids.draw(),
                    new Sources(handle, ids).of(tenant, asked.configuration().host()),
                    asked.general(),
                    asked.configuration(),
                    asked.collecting(),
                    new Revision(1, now, now));
            checks.nameIsFree(connector);
            checks.filtersExist(connector);
            checks.collectsAlone(connector);
            var writing = new ConnectorWriting(handle);
            writing.insert(connector, sealed(connector.id(), asked.authToken()));
            writing.join(
                    connector.id(),
                    asked.profiles().stream().map(checks::profileNamed).toList());
            return connector;
        });
    }

    /// Changes one; nothing if there is none with this id.
    ///
    /// @param revision the one that the edit is of
    /// @throws StateException if the connector was edited since that revision, another active connector of the
    ///     tenant collects the same, or there is no such log filter
    public Optional<Connector> edit(String id, long revision, ConnectorEdit edit) {
        return database.write(handle -> new ConnectorRows(handle)
                .find(id)
                .map(KeptConnector::connector)
                .map(before -> {
                    if (before.revision().number() != revision) {
                        throw new StateException.Conflict(
                                "the connector was edited by somebody else just now: look at it again", "");
                    }
                    return edited(handle, before, edit);
                }));
    }

    private Connector edited(Handle handle, Connector before, ConnectorEdit edit) {
        var connector = new Connector(
                before.id(),
                source(handle, before, edit),
                before.general(),
                edit.configuration(),
                edit.collecting(),
                new Revision(before.revision().number() + 1, before.revision().createdAt(), clock.instant()));
        var checks = new ConnectorChecks(handle);
        checks.filtersExist(connector);
        checks.collectsAlone(connector);
        var writing = new ConnectorWriting(handle);
        writing.update(connector);
        edit.authToken().ifPresent(token -> writing.replaceToken(connector.id(), sealed(connector.id(), token)));
        return connector;
    }

    private String source(Handle handle, Connector before, ConnectorEdit edit) {
        String host = edit.configuration().host();
        if (host.equals(before.configuration().host())) {
            return before.sourceKey();
        }
        var sources = new Sources(handle, ids);
        String tenant = before.general().tenantId();
        return edit.anotherConsole() ? sources.of(tenant, host) : sources.ofRenamed(tenant, host, before.sourceKey());
    }

    /// Deletes one; whether it was there. What it collected stays, and so does where it was.
    public boolean delete(String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM connectors WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    private byte[] sealed(String id, Secret token) {
        return vault.seal(token, Sealed.CONNECTORS.context(id));
    }
}
