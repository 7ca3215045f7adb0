// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.state.access.Activities;
import dev.birdsong.state.access.ApiKeys;
import dev.birdsong.state.access.Sessions;
import dev.birdsong.state.access.Users;
import dev.birdsong.state.connector.Connectors;
import dev.birdsong.state.connector.SqlAssignments;
import dev.birdsong.state.filter.SqlLogFilters;
import dev.birdsong.state.hunting.Preferences;
import dev.birdsong.state.hunting.SavedQueries;
import dev.birdsong.state.ledger.DroppedMonths;
import dev.birdsong.state.ledger.SqlLedger;
import dev.birdsong.state.ledger.SqlReconciles;
import dev.birdsong.state.notification.Alerts;
import dev.birdsong.state.notification.Deliveries;
import dev.birdsong.state.notification.NotificationRules;
import dev.birdsong.state.notification.Watching;
import dev.birdsong.state.profile.Nodes;
import dev.birdsong.state.profile.Profiles;
import dev.birdsong.state.rounds.RoundHistory;
import dev.birdsong.state.rounds.SqlLeases;
import dev.birdsong.state.rounds.SqlPositions;
import dev.birdsong.state.rounds.SqlQuarantine;
import dev.birdsong.state.rounds.SqlRoundLog;
import dev.birdsong.state.rounds.Statuses;
import dev.birdsong.state.schedule.LocalNode;
import dev.birdsong.state.schedule.RoundSchedule;
import dev.birdsong.state.schedule.StreamRunner;
import dev.birdsong.state.secrets.KeyRotation;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.system.SystemValues;
import dev.birdsong.state.tenant.Tenants;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything that Birdsong remembers beside the lake. Safe for many threads, which it blocks: platform threads alone.
public final class State implements AutoCloseable {

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    private State(Database database, Vault vault, Ids ids, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /// Opens it; makes the database and the key file at the first start.
    ///
    /// @param random hard to guess
    /// @throws StateException if the database cannot be used, or the key file is not the one that belongs to it
    public static State open(DatabaseUrl url, Path keyFile, RandomGenerator random, InstantSource clock) {
        Database database = Database.open(url);
        try {
            Ids ids = new Ids(random, clock);
            return new State(database, new KeyCheck(database, ids).vault(keyFile), ids, clock);
        } catch (StateException e) {
            database.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /// Does what writes to several parts of the state in one write: all of it or nothing, and durable when it returns.
    /// What is read in it is from before, but for what the parts read to write.
    public <T> T inOneWrite(Supplier<T> work) {
        return database.write(_ -> work.get());
    }

    public Vault vault() {
        return vault;
    }

    public KeyRotation keyRotation() {
        return new KeyRotation(database, vault);
    }

    public SystemValues systemValues() {
        return new SystemValues(database, vault);
    }

    public Tenants tenants() {
        return new Tenants(database, ids, clock);
    }

    public Connectors connectors() {
        return new Connectors(database, vault, ids, clock);
    }

    public SqlLogFilters logFilters() {
        return new SqlLogFilters(database, ids, clock);
    }

    public SqlAssignments assignments() {
        return new SqlAssignments(database, connectors(), logFilters());
    }

    public Profiles profiles() {
        return new Profiles(database, ids, clock);
    }

    public Nodes nodes() {
        return new Nodes(database);
    }

    public Users users() {
        return new Users(database, ids, clock);
    }

    public ApiKeys apiKeys() {
        return new ApiKeys(database, ids, clock);
    }

    public Sessions sessions() {
        return new Sessions(database, users(), ids.random(), clock);
    }

    public Activities activities() {
        return new Activities(database, ids);
    }

    public NotificationRules notificationRules() {
        return new NotificationRules(database, vault, ids);
    }

    public SavedQueries savedQueries() {
        return new SavedQueries(database, ids);
    }

    public Preferences preferences() {
        return new Preferences(database);
    }

    public Alerts alerts() {
        return new Alerts(database, ids);
    }

    public Deliveries deliveries() {
        return new Deliveries(database);
    }

    public Watching watching() {
        return new Watching(database);
    }

    /// Leases for the node of this name.
    public SqlLeases leases(String node) {
        return new SqlLeases(database, ids, node);
    }

    public SqlPositions positions() {
        return new SqlPositions(database);
    }

    public SqlQuarantine quarantine() {
        return new SqlQuarantine(database);
    }

    public SqlLedger ledger() {
        return new SqlLedger(database);
    }

    public SqlReconciles reconciles() {
        return new SqlReconciles(database);
    }

    public DroppedMonths droppedMonths() {
        return new DroppedMonths(database);
    }

    public SqlRoundLog roundLog() {
        return new SqlRoundLog(database);
    }

    public RoundHistory roundHistory() {
        return new RoundHistory(database);
    }

    public Statuses statuses() {
        return new Statuses(database);
    }

    /// The schedule of this process, not yet started.
    public RoundSchedule schedule(LocalNode node, StreamRunner runner) {
        return new RoundSchedule(database, leases(node.name()), node, runner, clock, ids.random());
    }

    @Override
    public void close() {
        database.close();
    }
}
