// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.engine.reconcile.MissingThing;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.engine.run.Assignments;
import dev.birdsong.engine.run.ConnectorRounds;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.Reconciling;
import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.engine.run.Step;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.state.State;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.MemoryLake;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/// A console and all that collects from it, and what happens to them by chance.
final class RandomHistory implements Assignments {

    private static final String ID = "connector";

    private final State state;
    private final Random random;
    private final UnreliableLake unreliable;
    private final RandomConsole console;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final MemoryLake lake;
    private final String source;
    private final StreamKey stream;
    private final ConnectorRounds rounds;
    private final Reconciling reconciling;
    private List<LogFilter> filters = List.of();
    private Instant asked = Instant.EPOCH;
    private boolean failing;

    RandomHistory(State state, ScheduledExecutorService renewals, long seed) {
        this.state = state;
        this.random = new Random(seed);
        this.console = new RandomConsole(random);
        this.lake = new MemoryLake(InterflowFields.SCHEMA, clock);
        this.source = "source " + seed;
        this.stream = new StreamKey(source, "things");
        this.unreliable = new UnreliableLake(lake, random);
        var surroundings = surroundings(renewals);
        var types = new ConnectorTypes(List.of(console));
        this.rounds = new ConnectorRounds(types, roundPorts(), surroundings);
        this.reconciling = new Reconciling(types, reconcilePorts(), surroundings, Reconciling.Pace.GENTLE);
    }

    private ConnectorRounds.Surroundings surroundings(ScheduledExecutorService renewals) {
        return new ConnectorRounds.Surroundings(
                "node",
                (_, _) -> RandomHistory::nobody,
                clock.time(),
                new Round.Asking(RetryPolicy.DEFAULT.withAttempts(1), _ -> {}, random),
                renewals);
    }

    private static Answer nobody(URI uri, Map<String, String> headers) {
        throw new UnsupportedOperationException("nobody goes out");
    }

    private ConnectorRounds.Ports roundPorts() {
        return new ConnectorRounds.Ports(
                this,
                state.leases("node"),
                new Unheard(),
                state::inOneWrite,
                state.quarantine(),
                state.ledger(),
                unreliable.lake());
    }

    private Reconciling.Ports reconcilePorts() {
        return new Reconciling.Ports(
                this, state.leases("node"), state.ledger(), state.reconciles(), state.quarantine(), unreliable.lake());
    }

    void run() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            something();
            check();
        }
        fail(false);
        settle();
        check();
        checkComplete();
    }

    private void something() throws InterruptedException {
        fail(random.nextInt(3) == 0);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> many();
            case 3 -> console.change();
            case 4 -> console.vanish();
            case 5 -> console.comeBack();
            case 6 -> filters = random.nextBoolean() ? List.of() : List.of(filter());
            case 7 -> state.positions().set(stream, new Position("0"));
            case 8 -> clock.advance(Duration.ofMinutes(random.nextInt(90)));
            case 9, 10 -> round();
            default -> reconcileALittle();
        }
    }

    private void many() {
        for (int i = 0; i < 5; i++) {
            console.appear();
        }
    }

    private LogFilter filter() {
        char colour = RandomConsole.COLOURS.charAt(random.nextInt(RandomConsole.COLOURS.length()));
        var condition = new FilterCondition("colour", FilterOperator.IS, List.of(String.valueOf(colour)));
        return new LogFilter("no " + colour, "no " + colour, Optional.empty(), List.of(condition));
    }

    private boolean round() throws InterruptedException {
        return rounds.run(ID, "things", this::chance).orElseThrow().complete();
    }

    private boolean chance() {
        return !failing || random.nextInt(4) > 0;
    }

    private void reconcileALittle() throws InterruptedException {
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            if (round()) {
                Optional<Step> step = reconciling.step(ID, "things", Optional.of(asked), this::chance);
                asked = step.filter(Step.Done.class::isInstance).isPresent() ? clock.instant() : asked;
            }
            if (random.nextInt(3) == 0) {
                console.change();
                clock.advance(Duration.ofMinutes(20));
            }
        }
        assertThat(marked()).noneMatch(console.steady()::contains);
    }

    private Set<Long> marked() {
        return state.reconciles().missing(stream).stream()
                .filter(MissingThing::isMarked)
                .map(MissingThing::thing)
                .collect(Collectors.toSet());
    }

    private void fail(boolean now) {
        failing = now;
        console.failing(now);
        unreliable.failing(now);
    }

    private void settle() throws InterruptedException {
        // a comparison that began in this very moment may have begun before the last change of filters
        clock.advance(Duration.ofMillis(1));
        Instant since = clock.instant();
        Optional<Step> step = Optional.empty();
        while (!(step.orElse(null) instanceof Step.Done)) {
            assertThat(round()).isTrue();
            step = reconciling.step(ID, "things", Optional.of(since), () -> true);
            assertThat(step).isPresent().get().isNotInstanceOf(Step.Failed.class);
        }
    }

    /// No record is counted twice: it is in the lake or left out, not both.
    private void check() {
        var held = new Held("default", source, "things");
        Set<String> stored = stored();
        Set<String> leftOut = leftOut();

        assertThat(lake.holdings().count(held)).isEqualTo(stored.size());
        assertThat(state.reconciles().outside(stream).filtered()).isEqualTo(leftOut.size());
    }

    /// After a comparison all that the console shows is in the lake, or is left out and marked as such.
    private void checkComplete() {
        Set<String> stored = stored();
        Set<String> leftOut = leftOut();
        var set = new FilterSet(filters);
        assertThat(leftOut).noneMatch(stored::contains);
        for (LakeRecord record : shownRecords()) {
            String id = record.key().id();
            assertThat(stored.contains(id)).as("record " + id).isNotEqualTo(leftOut.contains(id));
            assertThat(stored.contains(id) || set.leavingOut(record).isPresent())
                    .as("record " + id)
                    .isTrue();
        }
        assertThat(state.reconciles().of(stream).last().orElseThrow().found().missing())
                .isZero();
    }

    private List<LakeRecord> shownRecords() {
        Origin origin = of(ID).orElseThrow()
                .connection(RandomHistory::nobody, clock.time())
                .origin();
        return console.things().stream()
                .flatMap(
                        thing -> List.of(
                                RandomConsole.record(origin, thing, "state"),
                                RandomConsole.record(origin, thing, "part"))
                                .stream())
                .toList();
    }

    private Set<String> stored() {
        return lake.records().stream()
                .filter(record -> record.subject().contentType().equals("things"))
                .map(record -> record.key().id())
                .collect(Collectors.toSet());
    }

    private Set<String> leftOut() {
        return state.database()
                .read(handle -> handle.createQuery("SELECT id FROM left_out WHERE source_key = :source")
                        .bind("source", source)
                        .mapTo(String.class)
                        .set());
    }

    @Override
    public Optional<Assignment> of(String connectorId) {
        var connector = new Connector(
                ID,
                source,
                new Connector.General("default", "Random", "test", "random", "dp"),
                new Connector.Configuration("host", Duration.ofMinutes(5), List.of("things"), Optional.empty()),
                new Connector.Collecting(true, List.of()),
                new Connector.Revision(1, Instant.EPOCH, Instant.EPOCH));
        return Optional.of(new Assignment(connector, "Default", new Secret("token"), filters));
    }

    @Override
    public boolean isActive(String connectorId) {
        return true;
    }

    private static final class Unheard implements RoundLog {

        @Override
        public void began(String connectorId, String contentType, Instant at) {}

        @Override
        public void ended(RoundReport report) {}
    }
}
