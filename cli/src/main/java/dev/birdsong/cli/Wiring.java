// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.query.QueryParser;
import dev.birdsong.server.parts.EmptyFolder;
import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.server.parts.SystemClocks;
import dev.birdsong.server.parts.WayOut;
import dev.birdsong.settings.ConsoleSettings;
import dev.birdsong.settings.Settings;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Connection.Time;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.State;
import dev.birdsong.state.sql.DatabaseUrl;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/// Puts the parts together for the commands that need no server.
final class Wiring {

    /// What the connector type says of itself; a second one would be a line here and below.
    static final ConnectorType CONNECTOR_TYPE = new ThinkstCanary(Path.of(System.getProperty("java.io.tmpdir")));

    /// There is one tenant without a server.
    static final TenantScope EVERY_TENANT = new TenantScope.All();

    private static final String TENANT = "local";

    private Wiring() {}

    /// The connector type, with a folder of its own for what is too big for memory while it is read.
    static ConnectorType connectorType(LakeFolder folder) {
        return new ThinkstCanary(EmptyFolder.at(folder.spool()));
    }

    static Schema schema() {
        return InterflowFields.SCHEMA.with(CONNECTOR_TYPE.fields());
    }

    static QueryParser queryParser() {
        return new QueryParser(schema(), InstantSource.system());
    }

    static DataLake lake(LakeFolder folder) {
        return LuceneLake.open(folder.lake(), schema(), Clock.systemUTC());
    }

    static DataLake readOnlyLake(LakeFolder folder) {
        return LuceneLake.openReadOnly(folder.lake(), schema());
    }

    /// The source key is the host: collecting again into the same folder is collecting from the same source.
    static Connection connection(String host, Secret token, ConsoleSettings consoles) {
        Time time = SystemClocks.time();
        var origin = new Origin(TENANT, "Default", host, TENANT, host);
        return new Connection(origin, host, token, WayOut.of(consoles, time.monotonic()), time);
    }

    /// What a server remembers beside the records, for commands that need none to run.
    static State state(Settings settings) {
        new RestoreMark(settings.dataDir()).refuse();
        return State.open(
                new DatabaseUrl(settings.state().databaseUrl()),
                settings.state().keyFile(),
                new SecureRandom(),
                Clock.systemUTC());
    }
}
