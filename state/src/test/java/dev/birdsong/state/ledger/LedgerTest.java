// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.LeftOut;
import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.Settled;
import dev.birdsong.engine.ShownThing;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.StreamLedger;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.reconcile.MissingThing;
import dev.birdsong.engine.reconcile.OpenWalk;
import dev.birdsong.engine.reconcile.Reconciles.Standing;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.lake.DropListener.Drop;
import dev.birdsong.spi.lake.DropListener.Month;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Version;
import dev.birdsong.state.Engine;
import dev.birdsong.state.StateContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest extends StateContract {

    private static final StreamKey STREAM = new StreamKey("source", "incidents");
    private static final StreamKey OTHER = new StreamKey("source", "audit_trail");

    LedgerTest(Engine engine) {
        super(engine);
    }

    private static void stay() {}

    private static LeftOut leftOut(String id, String filter) {
        return new LeftOut(new RecordKey(Index.SYSLOG, "default", id, 0), 7, filter);
    }

    private void settle(List<LeftOut> leftOut, String... kept) {
        state.ledger().of(STREAM).settle(new Settled(leftOut, List.of(kept), List.of()), LedgerTest::stay);
    }

    @Test
    void countsWhatIsLeftOutOnceUntilItIsStored() {
        settle(List.of(leftOut("1", "a"), leftOut("2", "a"), leftOut("3", "b")));
        settle(List.of(leftOut("1", "b"), leftOut("2", "a")), "3", "unknown");

        assertThat(state.reconciles().outside(STREAM).filteredBy()).isEqualTo(Map.of("a", 1L, "b", 1L));
        assertThat(state.reconciles().leftOut(STREAM, 7)).isEqualTo(2);
        assertThat(state.reconciles().leftOut(STREAM, 8)).isZero();
        assertThat(state.reconciles().outside(OTHER).filtered()).isZero();
        assertThat(state.ledger().of(STREAM).wanted()).isEqualTo(new StreamLedger.Wanted(true, true, false));
        assertThat(state.ledger().of(OTHER).wanted()).isEqualTo(new StreamLedger.Wanted(true, false, false));
    }

    @Test
    void namesWhatIsLeftOutUntilTheLakeIsFoundToHoldIt() {
        var held = new Held("default", STREAM.sourceKey(), STREAM.contentType());
        settle(List.of(leftOut("2", "a"), leftOut("1", "a"), leftOut("3", "b")));
        state.reconciles().kept(STREAM, Set.of("2"));

        assertThat(state.reconciles().leftOut(held, ""))
                .containsExactly(leftOut("1", "a").key(), leftOut("3", "b").key());
        assertThat(state.reconciles().leftOut(held, "1"))
                .containsExactly(leftOut("3", "b").key());
        assertThat(state.reconciles().leftOut(held, "3")).isEmpty();
    }

    @Test
    void notesNothingWhereThePositionDoesNotMove() {
        assertThatThrownBy(() -> state.ledger()
                        .of(STREAM)
                        .settle(new Settled(List.of(leftOut("1", "a")), List.of(), List.of()), () -> {
                            throw new PositionException("another round took over", new IllegalStateException());
                        }))
                .isInstanceOf(PositionException.class);

        assertThat(state.reconciles().outside(STREAM).filtered()).isZero();
    }

    @Test
    void keepsWhatIsShownOnlyWhileAWalkIsOpen() {
        state.reconciles().begin(STREAM, walk("0"));
        var first = new ShownThing(Shown.of(Long.MIN_VALUE), true);
        var second = new ShownThing(new Shown(OptionalLong.of(-2), 1_000), false);
        var unknown = new ShownThing(Shown.UNKNOWN, false);

        state.ledger().of(STREAM).settle(new Settled(List.of(), List.of(), List.of(first, second)), LedgerTest::stay);
        state.ledger().of(STREAM).settle(new Settled(List.of(), List.of(), List.of(unknown)), LedgerTest::stay);

        assertThat(shown())
                .contains(first, second, unknown)
                .extracting(one -> one.shown().thing().isEmpty())
                .containsOnlyOnce(true);
        assertThat(state.ledger().of(STREAM).wanted().shown()).isTrue();
        state.reconciles().end(STREAM, verdict(), Changes.NONE, NOON);
        assertThat(shown()).isEmpty();
        assertThat(state.ledger().of(STREAM).wanted().shown()).isFalse();
    }

    private List<ShownThing> shown() {
        List<ShownThing> shown = new ArrayList<>();
        state.reconciles().shown(STREAM, shown::add);
        return shown;
    }

    @Test
    void goesOnWithAWalkWhereItWas() {
        var counts = new RoundCounts(1, 10, 100, new PutResult(1, 2, 3), 4, 5);
        state.reconciles().begin(STREAM, walk("0"));
        state.reconciles().advance(STREAM, new Position("7"));
        state.reconciles().walked(STREAM, counts, false);
        state.reconciles().walked(STREAM, counts, true);

        OpenWalk walk = state.reconciles().of(STREAM).walk().orElseThrow();

        assertThat(walk)
                .isEqualTo(new OpenWalk(
                        new Position("7"), 3, NOON, true, new RoundCounts(2, 20, 200, new PutResult(2, 4, 6), 8, 10)));
        assertThat(state.reconciles().of(STREAM).isDue(NOON, 3)).isTrue();
        assertThat(state.reconciles().of(OTHER)).isEqualTo(StreamCheck.NEVER);
        state.reconciles().begin(STREAM, walk("0"));
        assertThat(state.reconciles().of(STREAM).walk()).contains(walk("0"));
    }

    private static OpenWalk walk(String position) {
        return new OpenWalk(new Position(position), 3, NOON, false, RoundCounts.ZERO);
    }

    private static Verdict verdict() {
        return new Verdict(
                NOON.minusSeconds(60),
                NOON,
                3,
                99,
                new Verdict.Counts(1, 2, 3, 4),
                new Verdict.Found(
                        5,
                        6,
                        true,
                        List.of(new Verdict.Gap("a b\nc%", "a b\nc%", 7), new Verdict.Gap("10", "20", 11)),
                        18),
                List.of("One thing.", "Another."));
    }

    @Test
    void remembersHowItCameOutAndWhenToCompareAgain() {
        Instant due = NOON.plus(Duration.ofHours(25));
        state.reconciles().end(STREAM, verdict(), Changes.NONE, due);

        StreamCheck check = state.reconciles().of(STREAM);

        assertThat(check).isEqualTo(new StreamCheck(Optional.of(verdict()), Optional.empty(), Optional.of(due)));
        assertThat(state.reconciles().of(List.of("source", "nobody"))).isEqualTo(Map.of(STREAM, check));
        assertThat(check.isDue(due.minusSeconds(1), 3)).isFalse();
        assertThat(check.isDue(due, 3)).isTrue();
        assertThat(check.isDue(NOON, 4)).as("ids went back").isTrue();
    }

    @Test
    void followsAThingThatIsGoneAndComesBack() {
        end(NOON, new Changes(List.of(1L, 2L), List.of(), List.of(), List.of()));
        end(NOON.plusSeconds(60), new Changes(List.of(), List.of(1L), List.of(), List.of(2L)));
        assertThat(missing()).containsExactly(thing(1, NOON, NOON.plusSeconds(60), null, 0));
        assertThat(state.reconciles().outside(STREAM).deletedAtSource()).isOne();

        state.reconciles().returning(STREAM, List.of(1L), NOON.plusSeconds(90));
        state.reconciles().returning(STREAM, List.of(1L), NOON.plusSeconds(99));
        assertThat(missing()).containsExactly(thing(1, NOON, NOON.plusSeconds(60), NOON.plusSeconds(90), 0));

        end(NOON.plusSeconds(120), new Changes(List.of(), List.of(), List.of(1L), List.of()));
        assertThat(missing()).containsExactly(thing(1, null, null, null, 1));
        assertThat(state.reconciles().outside(STREAM).deletedAtSource()).isZero();

        end(NOON.plusSeconds(180), new Changes(List.of(1L), List.of(), List.of(), List.of()));
        assertThat(missing()).containsExactly(thing(1, NOON.plusSeconds(180), null, null, 1));
    }

    @Test
    void looksOnceWhetherAConnectorIsToBeCompared() {
        Connector made = state.connectors().create(connector("canary"));
        var stream = new StreamKey(made.sourceKey(), "incidents");
        var never = state.reconciles().standing(made.id(), "incidents");
        state.leases("a").take(stream, Duration.ofHours(1)).orElseThrow().advance(stream, new Position("here"));
        state.reconciles().end(stream, verdict(), Changes.NONE, NOON);

        assertThat(never).contains(new Standing("thinkst_canary", Position.START, StreamCheck.NEVER));
        assertThat(state.reconciles().standing(made.id(), "incidents"))
                .contains(new Standing(
                        "thinkst_canary",
                        new Position("here"),
                        state.reconciles().of(stream)));
        assertThat(state.reconciles().standing("nobody", "incidents")).isEmpty();
        assertThat(state.reconciles().compared(new TenantScope.All()))
                .containsExactly(new Compared(made.id(), "incidents", NOON, false));
        assertThat(state.reconciles().compared(new TenantScope.Only(Set.of("another"))))
                .isEmpty();
    }

    private void end(Instant at, Changes changes) {
        Verdict verdict = verdict();
        state.reconciles()
                .end(
                        STREAM,
                        new Verdict(at, at, 3, 99, verdict.counts(), verdict.found(), verdict.notes()),
                        changes,
                        at);
    }

    private List<MissingThing> missing() {
        return state.reconciles().missing(STREAM);
    }

    private static MissingThing thing(
            long thing, @Nullable Instant missed, @Nullable Instant marked, @Nullable Instant returned, long episode) {
        return new MissingThing(
                thing,
                Optional.ofNullable(missed),
                Optional.ofNullable(marked),
                Optional.ofNullable(returned),
                episode);
    }

    @Test
    void countsWhatTheLakeDropsOnceItIsGone() {
        Held held = new Held("default", "source", "incidents");
        var month = new Month(1_000, 2_000);
        var drop = new Drop("aella-syslog-2025.01", Optional.of(month), Map.of(held, 12L));
        state.droppedMonths().dropping(drop);
        state.droppedMonths().dropping(drop);
        long announced = state.reconciles().outside(STREAM).expired();
        boolean early = state.ledger().of(STREAM).isExpired(at(1_500));

        assertThat(state.droppedMonths().unconfirmed()).containsExactly("aella-syslog-2025.01");
        state.droppedMonths().confirm("aella-syslog-2025.01");

        assertThat(announced).isZero();
        assertThat(early).isFalse();
        assertThat(state.droppedMonths().unconfirmed()).isEmpty();
        assertThat(state.reconciles().outside(STREAM).expired()).isEqualTo(12);
        assertThat(state.reconciles().outside(OTHER).expired()).isZero();
        assertThat(List.of(999L, 1_000L, 1_999L, 2_000L))
                .extracting(time -> state.ledger().of(STREAM).isExpired(at(time)))
                .containsExactly(false, true, true, false);
        assertThat(state.ledger().of(OTHER).isExpired(at(1_500))).isFalse();
    }

    private static LakeRecord at(long time) {
        return new LakeRecord(new RecordKey(Index.SYSLOG, "default", "1", time), Version.NONE, "f", Document.of("{}"));
    }
}
