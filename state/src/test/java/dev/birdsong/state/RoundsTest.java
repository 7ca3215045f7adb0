// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.engine.run.KeptUnreadable;
import dev.birdsong.engine.run.Lease;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Document;
import dev.birdsong.state.rounds.RoundHistory;
import dev.birdsong.state.rounds.SqlPositions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsTest extends StateContract {

    private static final StreamKey STREAM = new StreamKey("source", "incidents");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    RoundsTest(Engine engine) {
        super(engine);
    }

    @Test
    void givesAStreamToOneRoundAtATime() {
        Optional<Lease> first = state.leases("a").take(STREAM, HOUR);
        Optional<Lease> second = state.leases("b").take(STREAM, HOUR);
        first.orElseThrow().close();

        assertThat(second).isEmpty();
        assertThat(state.leases("b").take(STREAM, HOUR)).isPresent();
    }

    @Test
    void givesAwayALeaseThatWasNotRenewedAndFencesItOff() {
        Lease slow = state.leases("a").take(STREAM, Duration.ZERO).orElseThrow();
        slow.advance(STREAM, new Position("1"));
        Lease next = state.leases("b").take(STREAM, HOUR).orElseThrow();
        next.advance(STREAM, new Position("2"));

        assertThatThrownBy(() -> slow.advance(STREAM, new Position("3")))
                .isInstanceOf(PositionException.class)
                .hasMessageContaining("took over");
        assertThatThrownBy(() -> slow.renew(HOUR)).isInstanceOf(PositionException.class);
        slow.close();
        assertThat(next.load(STREAM)).isEqualTo(new Position("2"));
        assertThat(state.leases("c").take(STREAM, HOUR)).isEmpty();
    }

    @Test
    void keepsALeaseThatIsRenewed() {
        Lease lease = state.leases("a").take(STREAM, Duration.ZERO).orElseThrow();

        lease.renew(HOUR);

        assertThat(state.leases("b").take(STREAM, HOUR)).isEmpty();
    }

    @Test
    void freesWhatANodeHeldWhenItWasKilled() {
        assertThat(state.leases("a").take(STREAM, HOUR)).isPresent();

        assertThat(state.leases("b").freeOwn()).isZero();
        assertThat(state.leases("a").freeOwn()).isOne();
        assertThat(state.leases("b").take(STREAM, HOUR)).isPresent();
    }

    @Test
    void goesOnWhereItWas() {
        try (Lease lease = state.leases("a").take(STREAM, HOUR).orElseThrow()) {
            assertThat(lease.load(STREAM)).isEqualTo(Position.START);
            lease.advance(STREAM, new Position("{\"cursor\":17}"));
        }
        state.close();
        state = reopen();

        assertThat(state.positions().load(STREAM)).isEqualTo(new Position("{\"cursor\":17}"));
        assertThat(state.positions().of("source"))
                .extracting(SqlPositions.Kept::contentType, SqlPositions.Kept::held)
                .containsExactly(tuple("incidents", false));
    }

    @Test
    void writesNoPositionThatStays() {
        Lease lease = state.leases("a").take(STREAM, HOUR).orElseThrow();

        lease.advance(STREAM, lease.load(STREAM));

        assertThat(state.positions().of("source"))
                .extracting(SqlPositions.Kept::movedAt)
                .containsExactly(Optional.empty());
    }

    @Test
    void isSetBackWhileNoRoundRuns() {
        Lease lease = state.leases("a").take(STREAM, HOUR).orElseThrow();
        boolean whileRunning = state.positions().set(STREAM, new Position("1"));
        lease.close();
        boolean afterwards = state.positions().set(STREAM, new Position("2"));

        assertThat(whileRunning).isFalse();
        assertThat(afterwards).isTrue();
        assertThat(state.positions().load(STREAM)).isEqualTo(new Position("2"));
    }

    @Test
    void quarantinesTheSameThingOnce() {
        byte[] broken = "{\"id\": 7,".getBytes(StandardCharsets.UTF_8);
        var unreadable = new Quarantined("7", "cut off", Document.owning(broken));

        state.quarantine().keep(STREAM, unreadable);
        state.quarantine().keep(STREAM, unreadable);

        assertThat(state.quarantine().count(STREAM)).isOne();
        assertThat(state.quarantine().count("source")).isOne();
        assertThat(state.quarantine().list("source", 10)).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("cut off");
            assertThat(entry.bytes()).isEqualTo(broken.length);
        });
    }

    @Test
    void keepsWhatCouldNotBeReadUntilItIsRead() {
        var key = new KeptUnreadable.Key(STREAM, "7");
        state.positions().set(STREAM, new Position("here"));
        state.quarantine().keep(STREAM, new Quarantined("7", "cut off", Document.of("{")));
        state.quarantine().keep(STREAM, new Quarantined("8", "cut off", Document.of("[")));
        state.positions().set(STREAM, new Position("there"));

        state.quarantine().stays(key, "still cut off");

        assertThat(state.quarantine().keys("source"))
                .containsExactlyInAnyOrder(key, new KeptUnreadable.Key(STREAM, "8"));
        assertThat(state.quarantine().find(key))
                .contains(new KeptUnreadable.Kept(new Position("here"), Document.of("{")));
        assertThat(state.quarantine().entry("source", "7")).hasValueSatisfying(entry -> {
            assertThat(entry.reason()).isEqualTo("still cut off");
            assertThat(entry.triedAt()).isPresent();
        });
        assertThat(state.quarantine().entry("another source", "7")).isEmpty();
        state.quarantine().read(key);
        assertThat(state.quarantine().find(key)).isEmpty();
        assertThat(state.quarantine().keys("source")).hasSize(1);
    }

    @Test
    void tellsHowAStreamStands() {
        Connector connector = state.connectors().create(connector("hq"));
        var failing = new Condition.Failing("unauthorized", 401, "the token is refused: enter a new one");

        state.roundLog().began(connector.id(), "incidents", NOON);
        StreamStatus running = status(connector);
        end(connector, NOON, failing, 0);
        end(connector, NOON.plusSeconds(60), failing, 0);
        StreamStatus failed = status(connector);
        end(connector, NOON.plusSeconds(120), new Condition.Healthy(), 2);
        StreamStatus healthy = status(connector);

        assertThat(running.condition()).isEqualTo(new Condition.NeverRan());
        assertThat(running.times().running()).contains(NOON);
        assertThat(failed.condition()).isEqualTo(failing);
        assertThat(failed.failures()).isEqualTo(2);
        assertThat(failed.since()).isEqualTo(NOON.plusSeconds(5));
        assertThat(failed.times().running()).isEmpty();
        assertThat(failed.times().complete()).isEmpty();
        assertThat(healthy.condition()).isEqualTo(new Condition.Healthy());
        assertThat(healthy.failures()).isZero();
        assertThat(healthy.since()).isEqualTo(NOON.plusSeconds(125));
        assertThat(healthy.times())
                .isEqualTo(new StreamStatus.Times(
                        Optional.empty(),
                        Optional.of(NOON.plusSeconds(125)),
                        Optional.of(NOON.plusSeconds(120)),
                        Optional.of(NOON.plusSeconds(125)),
                        Optional.of(NOON.plusSeconds(125))));
    }

    @Test
    void knowsWhenTheLastCompleteRoundEnded() {
        Connector connector = state.connectors().create(connector("hq"));
        var failing = new Condition.Failing("unauthorized", 401, "the token is refused: enter a new one");

        end(connector, NOON, failing, 0);
        assertThat(state.statuses().completed("incidents")).isEmpty();
        end(connector, NOON.plusSeconds(60), new Condition.Healthy(), 2);
        end(connector, NOON.plusSeconds(120), failing, 0);

        assertThat(state.statuses().completed("incidents")).isEqualTo(Map.of(connector.id(), NOON.plusSeconds(65)));
        assertThat(state.statuses().completed("devices")).isEmpty();
    }

    @Test
    void isClearedByASuccessfulTest() {
        Connector connector = state.connectors().create(connector("hq"));
        end(connector, NOON, new Condition.Throttled(NOON.plusSeconds(600)), 0);

        state.statuses().clear(connector.id(), NOON.plusSeconds(30));

        assertThat(status(connector).condition()).isEqualTo(new Condition.Healthy());
        assertThat(status(connector).since()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void knowsWhoWasSilentForLong() {
        Connector silent = state.connectors().create(connector("silent"));
        Connector pinged = state.connectors().create(connector("pinged"));
        Connector throttled = state.connectors().create(connector("throttled"));
        state.statuses().pinged(pinged.id(), new Condition.Healthy(), NOON);
        end(throttled, NOON.minusSeconds(900), new Condition.Throttled(NOON.plusSeconds(600)), 0);

        assertThat(state.statuses().silentSince(NOON.minusSeconds(300), 10)).containsExactly(silent.id());
        assertThat(state.statuses().of(List.of(pinged.id())).get(pinged.id()))
                .extracting(StreamStatus::contentType)
                .containsExactly(StreamStatus.PING);
    }

    @Test
    void keepsFiftyRoundsAndTheSumOfEachDay() {
        Connector connector = state.connectors().create(connector("hq"));

        for (int round = 0; round < 60; round++) {
            end(connector, NOON.plusSeconds(round), new Condition.Healthy(), 2);
        }

        List<RoundHistory.Ended> rounds = state.roundHistory().rounds(connector.id(), 100);
        assertThat(rounds).hasSize(50);
        assertThat(rounds.getFirst().span().began()).isEqualTo(NOON.plusSeconds(59));
        assertThat(rounds.getLast().span().began()).isEqualTo(NOON.plusSeconds(10));
        assertThat(state.roundHistory().days(ALL, Optional.empty(), DAY, DAY))
                .singleElement()
                .satisfies(day -> assertThat(day.counts())
                        .isEqualTo(new RoundCounts(60, 360, 42_000, new PutResult(120, 0, 180), 60, 0)));
        assertThat(state.roundHistory().filtered(ALL, DAY, DAY))
                .containsExactly(new RoundHistory.Filtered("noise", connector.id(), DAY, 60));
        assertThat(state.roundHistory().days(new TenantScope.Only(Set.of("x")), Optional.empty(), DAY, DAY))
                .isEmpty();
    }

    @Test
    void writesNothingOfAConnectorThatIsGone() {
        Connector connector = state.connectors().create(connector("hq"));
        state.connectors().delete(connector.id());

        state.roundLog().began(connector.id(), "incidents", NOON);
        end(connector, NOON, new Condition.Healthy(), 1);

        assertThat(state.statuses().of(List.of(connector.id()))).isEmpty();
    }

    private StreamStatus status(Connector connector) {
        return state.statuses()
                .of(List.of(connector.id()))
                .getOrDefault(connector.id(), List.of())
                .getFirst();
    }

    private void end(Connector connector, Instant began, Condition condition, long created) {
        state.roundLog()
                .ended(new RoundReport(
                        connector.id(),
                        "incidents",
                        new RoundReport.Span("here", began, began.plusSeconds(5)),
                        condition,
                        condition instanceof Condition.Healthy,
                        new RoundCounts(1, 6, 700, new PutResult(created, 0, 3), 1, 0),
                        Map.of("noise", 1L)));
    }
}
