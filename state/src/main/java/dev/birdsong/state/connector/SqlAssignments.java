// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.run.Assignment;
import dev.birdsong.engine.run.Assignments;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.filter.SqlLogFilters;
import dev.birdsong.state.sql.Database;
import java.util.Optional;

/// Puts together from the database what rounds need to know.
public final class SqlAssignments implements Assignments {

    private final Database database;
    private final Connectors connectors;
    private final SqlLogFilters filters;

    public SqlAssignments(Database database, Connectors connectors, SqlLogFilters filters) {
        this.database = database;
        this.connectors = connectors;
        this.filters = filters;
    }

    @Override
    public Optional<Assignment> of(String connectorId) {
        Optional<Secret> token = connectors.authToken(connectorId);
        return connectors
                .find(connectorId, new TenantScope.All())
                .flatMap(kept -> token.map(known ->
                        new Assignment(kept.connector(), kept.tenantName(), known, filters.ofConnector(connectorId))));
    }

    @Override
    public boolean isActive(String connectorId) {
        return database.read(handle -> handle.createQuery("SELECT active FROM connectors WHERE id = :id")
                .bind("id", connectorId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }
}
