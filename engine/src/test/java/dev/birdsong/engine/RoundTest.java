// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.CollectException.RateLimited;
import dev.birdsong.spi.connector.CollectException.Unauthorized;
import dev.birdsong.spi.connector.CollectException.Unavailable;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Version;
import dev.birdsong.testkit.RandomSeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final StreamKey STREAM = new StreamKey("console", "incidents");

    private final ScriptedCollector collector = new ScriptedCollector();
    private final LatchedLake lake = new LatchedLake();
    private final MemoryPositions positions = new MemoryPositions();
    private final List<Quarantined> quarantine = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void bringsEveryPageIntoTheLakeAndMovesThePositionBehindIt() throws InterruptedException {
        collector.page(record("1"), record("2")).page(record("3"));

        RoundOutcome outcome = run(LogFilters.NONE);

        assertThat(outcome).isInstanceOf(RoundOutcome.Complete.class);
        assertThat(outcome.counts().put().created()).isEqualTo(3);
        assertThat(outcome.counts().pages()).isEqualTo(2);
        assertThat(lake.durableIds()).containsExactly("1", "2", "3");
        assertThat(positions.load(STREAM)).isEqualTo(new Position("2"));
    }

    @Test
    void asksAgainFromTheSamePlaceAfterAFailure() throws InterruptedException {
        collector
                .page(record("1"), record("2"))
                .page(record("3"))
                .thenFail(1, new Unavailable("cut", 0))
                .thenFail(0, new Unavailable("down", 503));

        run(LogFilters.NONE);

        assertThat(collector.asked())
                .containsExactly(Position.START, Position.START, Position.START, new Position("1"));
        assertThat(lake.durableIds()).containsExactly("1", "2", "3");
    }

    @Test
    void waitsAsLongAsTheConsoleAsks() throws InterruptedException {
        Duration asked = Duration.ofMinutes(7);
        collector.page(record("1")).thenFail(0, new RateLimited("slow down", Optional.of(asked)));

        run(LogFilters.NONE);

        assertThat(waits).containsExactly(asked);
    }

    @Test
    void waitsNoLongerThanTheBackoffAllows() throws InterruptedException {
        collector.page(record("1"));
        IntStream.range(0, 4).forEach(_ -> collector.thenFail(0, new Unavailable("down", 0)));

        run(LogFilters.NONE);

        assertThat(waits).hasSize(4);
        assertThat(waits.get(3)).isBetween(Duration.ZERO, Duration.ofSeconds(8));
    }

    @Test
    void givesUpWhenAskingAgainDoesNotHelp() throws InterruptedException {
        collector.page(record("1")).page(record("2"));
        IntStream.range(0, 9).forEach(_ -> collector.thenFail(0, new Unavailable("down", 503)));

        RoundOutcome outcome = run(LogFilters.NONE);

        assertThat(outcome).isInstanceOf(RoundOutcome.Failed.class);
        assertThat(collector.asked()).hasSize(RetryPolicy.DEFAULT.attempts());
        assertThat(positions.load(STREAM)).isEqualTo(Position.START);
    }

    @Test
    void putsWhatWasReadBeforeItGaveUp() throws InterruptedException {
        collector.page(record("1")).page(record("2"), record("3"));
        collector.thenFail(2, new Unauthorized("withdrawn", 401));
        positions.advance(STREAM, new Position("1"));

        RoundOutcome outcome = run(LogFilters.NONE);

        assertThat(lake.durableIds()).containsExactly("2", "3");
        assertThat(outcome.counts().put().created()).isEqualTo(2);
        assertThat(positions.load(STREAM)).isEqualTo(new Position("1"));
    }

    @Test
    void putsWhatWasReadBeforeItWaits() throws InterruptedException {
        collector.page(record("1"), record("2")).thenFail(1, new Unavailable("cut", 0));
        List<String> meanwhile = new ArrayList<>();

        run(LogFilters.NONE, _ -> meanwhile.addAll(lake.handedOver()));

        assertThat(meanwhile).containsExactly("1");
    }

    @Test
    void doesNotAskAgainWithATokenThatIsNotAccepted() throws InterruptedException {
        CollectException failure = new Unauthorized("wrong token", 401);
        collector.page(record("1")).thenFail(0, failure);

        RoundOutcome outcome = run(LogFilters.NONE);

        assertThat(outcome).isEqualTo(new RoundOutcome.Failed(RoundCounts.ZERO, failure));
        assertThat(waits).isEmpty();
    }

    @Test
    void countsWhatAFilterLeavesOut() throws InterruptedException {
        collector.page(record("1"), record("2"), record("3"));

        RoundOutcome outcome = run(record -> record.key().id().equals("2") ? Optional.of("filter") : Optional.empty());

        assertThat(lake.durableIds()).containsExactly("1", "3");
        assertThat(outcome.counts().filtered()).isEqualTo(1);
        assertThat(outcome.counts().read()).isEqualTo(3);
    }

    @Test
    void keepsWhatCannotBeRead() throws InterruptedException {
        collector.page(record("1"), broken("2"), record("3"));

        RoundOutcome outcome = run(LogFilters.NONE);

        assertThat(quarantine).extracting(Quarantined::id).containsExactly("2");
        assertThat(outcome.counts().quarantined()).isEqualTo(1);
        assertThat(lake.durableIds()).containsExactly("1", "3");
    }

    @Test
    void leavesThePositionWhereItWasWhenTheLakeIsFull() {
        collector.page(record("1"));
        lake.full(true);

        assertThatThrownBy(() -> run(LogFilters.NONE)).isInstanceOf(LakeException.class);

        assertThat(positions.load(STREAM)).isEqualTo(Position.START);
    }

    @Test
    void stopsAfterAPageWhenItIsTold() throws InterruptedException {
        collector.page(record("1")).page(record("2"));

        RoundOutcome outcome =
                round(LogFilters.NONE, waits::add, RetryPolicy.DEFAULT).run(() -> false);

        assertThat(outcome).isInstanceOf(RoundOutcome.Stopped.class);
        assertThat(lake.durableIds()).containsExactly("1");
        assertThat(positions.load(STREAM)).isEqualTo(new Position("1"));
    }

    @Test
    void endsWhereAConsoleAsksForMorePatienceThanItHas() throws InterruptedException {
        collector.thenFail(0, new RateLimited("slow down", Optional.of(Duration.ofSeconds(4))));
        collector.thenFail(0, new RateLimited("slow down", Optional.of(Duration.ofSeconds(7))));
        collector.page(record("1"));

        RoundOutcome outcome = round(
                        LogFilters.NONE, waits::add, RetryPolicy.DEFAULT.withPatience(Duration.ofSeconds(10)))
                .run();

        assertThat(outcome).isInstanceOf(RoundOutcome.Failed.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(4));
    }

    @RandomSeeds
    void losesNothingWhateverFails(long seed) throws InterruptedException {
        var random = new Random(seed);
        List<String> told = new ArrayList<>();
        for (int page = 0; page < 20; page++) {
            LakeRecord[] records = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> record(told.size() + i + ""))
                    .toArray(LakeRecord[]::new);
            List.of(records).forEach(record -> told.add(record.key().id()));
            collector.page(records);
        }
        IntStream.range(0, 30)
                .filter(_ -> random.nextBoolean())
                .forEach(_ -> collector.thenFail(random.nextInt(3), new Unavailable("down", 503)));

        boolean complete = false;
        while (!complete) {
            complete = runAgain(random);
        }

        assertThat(lake.durableIds()).containsExactlyInAnyOrderElementsOf(told);
    }

    private boolean runAgain(Random random) throws InterruptedException {
        lake.full(random.nextInt(3) == 0);
        try {
            return run(LogFilters.NONE) instanceof RoundOutcome.Complete;
        } catch (LakeException full) {
            lake.losePower();
            return false;
        }
    }

    private RoundOutcome run(LogFilters filters) throws InterruptedException {
        return run(filters, waits::add);
    }

    private RoundOutcome run(LogFilters filters, Sleeper sleeper) throws InterruptedException {
        return round(filters, sleeper, RetryPolicy.DEFAULT).run();
    }

    private Round round(LogFilters filters, Sleeper sleeper, RetryPolicy policy) {
        return new Round(
                STREAM,
                collector,
                new Round.Ports(
                        lake, positions, (_, unreadable) -> quarantine.add(unreadable), filters, StreamLedger.NONE),
                new Round.Asking(policy, sleeper, new Random(1)),
                RoundListener.NONE);
    }

    private static LakeRecord record(String id) {
        return new LakeRecord(
                new RecordKey(Index.SYSLOG, "local", id, 1_000), Version.NONE, "f" + id, Document.of("{}"));
    }

    private static LakeRecord broken(String id) {
        return new LakeRecord(
                new RecordKey(Index.SYSLOG, "local", id, 1_000), Version.NONE, "unreadable", Document.of("{"));
    }
}
