// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.reconcile.Comparing;
import dev.birdsong.engine.reconcile.NextCheck;
import dev.birdsong.engine.reconcile.OpenWalk;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Subjects;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.connector.Census.Reached;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.LakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One step of a comparison, with the lease of the stream. Used by one thread.
final class ReconcileTurn {

    private final With with;
    private final StreamKey stream;
    private final Lease lease;
    private final Assignment assignment;
    private final ConnectorType type;
    private final Connection connection;

    /// What all turns are made with.
    record With(
            ConnectorTypes types,
            Reconciling.Ports ports,
            ConnectorRounds.Surroundings surroundings,
            Reconciling.Pace pace) {

        Instant now() {
            return surroundings.time().wall().instant();
        }
    }

    ReconcileTurn(With with, Assignment assignment, StreamKey stream, Lease lease) {
        this.with = with;
        this.assignment = assignment;
        this.stream = stream;
        this.lease = lease;
        this.type = with.types.of(assignment.connector().general().type());
        this.connection = assignment.connection(
                with.surroundings.outbound().of(type.type(), stream.contentType()), with.surroundings.time());
    }

    /// Goes a step further.
    Step run(Optional<Instant> since, BooleanSupplier goOn) throws InterruptedException {
        try {
            StreamCheck check = with.ports.reconciles().of(stream);
            Optional<Verdict> done = since.flatMap(check::doneSince);
            return done.isPresent()
                    ? new Step.Done(done.get(), Changes.NONE, RoundCounts.ZERO)
                    : step(check, since, goOn);
        } catch (LakeException failure) {
            return failed("lake", String.valueOf(failure.getMessage()));
        } catch (PositionException failure) {
            return failed("state", String.valueOf(failure.getMessage()));
        }
    }

    private Step step(StreamCheck check, Optional<Instant> since, BooleanSupplier goOn) throws InterruptedException {
        Optional<Census> census = type.census(ConnectorTypes.contentType(type, stream.contentType()));
        if (census.isEmpty()) {
            return end(Verdict.ofRound(with.now(), counts()), Changes.NONE, RoundCounts.ZERO);
        }
        Position position = lease.load(stream);
        Reached reached = census.get().reached(position);
        OpenWalk walk = check.walk()
                .filter(open -> open.epoch() == reached.epoch())
                .filter(open -> since.isEmpty() || !open.began().isBefore(since.get()))
                .orElseGet(() -> begin(census.get(), position, reached.epoch()));
        return walk.complete() ? compare(census.get(), check, walk, reached) : walk(walk, goOn);
    }

    private static Step failed(String kind, String message) {
        return new Step.Failed(RoundCounts.ZERO, new Condition.Failing(kind, 0, message));
    }

    private OpenWalk begin(Census census, Position position, long epoch) {
        Position beginning = census.beginning(position, with.surroundings.time().monotonic());
        var walk = new OpenWalk(beginning, epoch, with.now(), false, RoundCounts.ZERO);
        with.ports.reconciles().begin(stream, walk);
        return walk;
    }

    private Step walk(OpenWalk walk, BooleanSupplier goOn) throws InterruptedException {
        long until =
                with.surroundings.time().monotonic().nanos() + with.pace.step().toNanos();
        BooleanSupplier inTime = () -> with.surroundings.time().monotonic().nanos() - until < 0 && goOn.getAsBoolean();
        RoundOutcome outcome = round(walk).run(inTime);
        boolean complete = outcome instanceof RoundOutcome.Complete;
        with.ports.reconciles().walked(stream, outcome.counts(), complete);
        return outcome instanceof RoundOutcome.Failed(RoundCounts counts, var failure)
                ? new Step.Failed(counts, Failures.condition(failure, with.now()))
                : new Step.Going(outcome.counts());
    }

    private Round round(OpenWalk walk) {
        var positions = new WalkPositions(lease, with.ports.reconciles(), walk.position(), ConnectorRounds.LEASE);
        var to = new Round.Ports(
                with.ports.lake(),
                positions,
                with.ports.quarantine(),
                new FilterSet(assignment.filters()),
                with.ports.ledger().of(stream));
        Collector collector = type.collector(connection, ConnectorTypes.contentType(type, stream.contentType()));
        Duration pause = with.pace.pause();
        var gentle = new GentleCollector(collector, with.surroundings.asking().sleeper(), pause);
        return new Round(stream, gentle, to, with.surroundings.asking(), RoundListener.NONE);
    }

    private Step compare(Census census, StreamCheck check, OpenWalk walk, Reached reached) throws InterruptedException {
        var subjects = new Subjects(stream, connection.origin(), census, with.ports.lake());
        Comparing.Outcome outcome =
                new Comparing(subjects, with.ports.reconciles(), walk, check.last(), reached, with.now()).run();
        return end(outcome.verdict(), outcome.changes(), walk.counts());
    }

    private Step end(Verdict verdict, Changes changes, RoundCounts counts) {
        Instant next =
                NextCheck.after(verdict, changes, with.surroundings.asking().random());
        with.ports.reconciles().end(stream, verdict, changes, next);
        return new Step.Done(verdict, changes, counts);
    }

    private Verdict.Counts counts() {
        var held = new Held(connection.origin().tenantId(), stream.sourceKey(), stream.contentType());
        return Verdict.Counts.of(
                with.ports.lake().holdings().count(held),
                with.ports.reconciles().outside(stream));
    }
}
