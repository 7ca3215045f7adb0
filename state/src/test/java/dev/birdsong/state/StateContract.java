// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.engine.connector.Connector.General;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.state.tenant.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds on every database: each test of a class that extends this runs on SQLite and on a real PostgreSQL.
@ParameterizedClass
@EnumSource(Engine.class)
public abstract class StateContract {

    protected static final TenantScope ALL = new TenantScope.All();
    protected static final Secret TOKEN = new Secret("d41d8cd98f00b204e9800998ecf8427e");
    protected static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Engine engine;

    @TempDir
    protected Path folder;

    protected DatabaseUrl url;
    protected State state;

    protected StateContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void openState() {
        url = engine.fresh(folder);
        state = reopen();
    }

    protected State reopen() {
        return State.open(url, folder.resolve("secret.key"), new Random(), () -> NOON);
    }

    @AfterEach
    void closeState() {
        state.close();
    }

    protected static NewConnector connector(String tenantId, String name, String host, String... contentTypes) {
        return new NewConnector(
                new General(tenantId, name, "honeypot", "thinkst_canary", "dp"),
                new Configuration(host, Duration.ofMinutes(5), List.of(contentTypes), Optional.empty()),
                new Collecting(true, List.of()),
                List.of("Default"),
                TOKEN);
    }

    protected static NewConnector connector(String name) {
        return connector(Tenant.DEFAULT_ID, name, name + ".canary.tools", "incidents", "audit_trail");
    }
}
