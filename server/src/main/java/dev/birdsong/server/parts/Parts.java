// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.Sleeper;
import dev.birdsong.engine.run.ConnectorRounds;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.Leases;
import dev.birdsong.engine.run.Reconciling;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.outbound.ApacheOutbound;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.spi.connector.Connection.Time;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.State;
import dev.birdsong.state.rounds.SqlLeases;
import dev.birdsong.state.schedule.LocalNode;
import dev.birdsong.state.schedule.RoundSchedule;
import dev.birdsong.state.schedule.StreamRunner;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.state.sql.StateException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/// The parts of a server: what it remembers, where its records live, and what collects them. Opened in the order in
/// which they need each other, closed in the reverse.
public final class Parts implements AutoCloseable {

    /// A console that asks for more patience than this is left in peace until its time has come; the round ends.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Opened opened;
    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private final Time time;
    private final State state;
    private final ConnectorTypes types;
    private final Schema schema;
    private final DataLake lake;
    private final Outbound outbound;
    private final ApacheOutbound webhooks;
    private final Supervisor supervisor;
    private final Supervisor slowTasks;
    private final ConnectorRounds rounds;
    private final Reconciling reconciling;
    private final RoundSchedule schedule;

    private Parts(Settings settings, LocalNode node, Instruments instruments, Opened opened) {
        this.opened = opened;
        this.settings = settings;
        this.time = SystemClocks.time();
        Path spool = EmptyFolder.at(settings.dataDir().resolve("spool"));
        this.types = new ConnectorTypes(List.of(new ThinkstCanary(spool)));
        this.schema = InterflowFields.SCHEMA.with(fields(types));
        this.state = opened.add(State.open(
                new DatabaseUrl(settings.state().databaseUrl()),
                settings.state().keyFile(),
                random,
                time.wall()));
        this.lake = instruments.over(opened.add(lake(instruments)));
        Outbound wayOut = opened.add(WayOut.of(settings.consoles(), time.monotonic()));
        this.outbound = instruments.over(wayOut);
        this.webhooks = opened.add(WayOut.toWebhooks(settings, time.monotonic()));
        this.supervisor = opened.add(new Supervisor());
        this.slowTasks = opened.add(new Supervisor());
        SqlLeases leases = state.leases(node.name());
        var surroundings = new ConnectorRounds.Surroundings(
                node.name(), instruments.forRounds(wayOut), time, asking(), supervisor.threads());
        this.rounds = new ConnectorRounds(types, ports(leases, instruments.over(state.roundLog())), surroundings);
        this.reconciling = new Reconciling(types, reconcilePorts(leases), surroundings, Reconciling.Pace.GENTLE);
        StreamRunner runner = instruments.over(scheduled(), time.wall());
        this.schedule = opened.add(new RoundSchedule(state.database(), leases, node, runner, time.wall(), random));
    }

    private DataLake lake(Instruments instruments) {
        return LuceneLake.open(
                settings.dataDir().resolve("lake"),
                schema,
                StoreSettings.standard(time.wall()).withListener(instruments.commits()));
    }

    private ConnectorRounds.Ports ports(Leases leases, RoundLog log) {
        return new ConnectorRounds.Ports(
                state.assignments(), leases, log, state::inOneWrite, state.quarantine(), state.ledger(), lake);
    }

    private Reconciling.Ports reconcilePorts(Leases leases) {
        return new Reconciling.Ports(
                state.assignments(), leases, state.ledger(), state.reconciles(), state.quarantine(), lake);
    }

    private StreamRunner scheduled() {
        var turns = new Turns(RoundSchedule.ROUNDS_AT_ONCE, time.monotonic());
        return new ScheduledRounds(checkedRounds(), state.assignments(), state.connectors(), types, time.wall(), turns);
    }

    /// Opens them; nothing runs yet. What was opened is closed again where something cannot be.
    public static Parts open(Settings settings, LocalNode node, Instruments instruments) {
        new RestoreMark(settings.dataDir()).refuse();
        var opened = new Opened();
        try {
            return new Parts(settings, node, instruments, opened);
        } catch (StateException | LakeException | SettingsException e) {
            opened.close();
            throw e;
        }
    }

    private Round.Asking asking() {
        return new Round.Asking(RetryPolicy.DEFAULT.withPatience(PATIENCE), Sleeper.REAL, random);
    }

    private static List<Field> fields(ConnectorTypes types) {
        return types.all().stream()
                .map(ConnectorType::fields)
                .flatMap(List::stream)
                .toList();
    }

    /// What the operator decided.
    public Settings settings() {
        return settings;
    }

    /// Hard to guess.
    public SecureRandom random() {
        return random;
    }

    /// The clocks.
    public Time time() {
        return time;
    }

    /// What is remembered beside the records.
    public State state() {
        return state;
    }

    /// The kinds of sources.
    public ConnectorTypes types() {
        return types;
    }

    /// The listed fields.
    public Schema schema() {
        return schema;
    }

    /// Where the records are.
    public DataLake lake() {
        return lake;
    }

    /// The one way out.
    public Outbound outbound() {
        return outbound;
    }

    /// The way out to webhooks.
    public ApacheOutbound webhooks() {
        return webhooks;
    }

    /// What is done beside answering and may have to wait for others.
    public Supervisor slowTasks() {
        return slowTasks;
    }

    /// What is done beside answering.
    public Supervisor supervisor() {
        return supervisor;
    }

    /// Collects.
    public ConnectorRounds rounds() {
        return rounds;
    }

    /// Collects, and compares with what sources hold.
    public CheckedRounds checkedRounds() {
        return new CheckedRounds(rounds, reconciling, state.statuses());
    }

    /// Knows when to collect.
    public RoundSchedule schedule() {
        return schedule;
    }

    @Override
    public void close() {
        opened.close();
    }
}
