// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.spi.connector.Census.Kind;
import dev.birdsong.spi.connector.Census.Note;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Notes in the lake what is gone and what is back, and says what that changes.
///
/// A thing is noted as gone when two complete walks at least an hour apart have both not met it. What is noted has the
/// same id each time, so that a crash in between doubles nothing.
final class Marking {

    /// Two walks that agree must be at least so far apart.
    static final Duration APART = Duration.ofHours(1);

    private static final int BATCH = 200;

    private final Subjects subjects;
    private final Reconciles reconciles;
    private final Map<Long, MissingThing> known;
    private final Instant now;

    Marking(Subjects subjects, Reconciles reconciles, Instant now) {
        this.subjects = subjects;
        this.reconciles = reconciles;
        this.now = now;
        this.known = reconciles.missing(subjects.stream()).stream()
                .collect(Collectors.toMap(MissingThing::thing, Function.identity()));
    }

    /// The things that are noted as gone.
    Set<Long> marked() {
        return things(MissingThing::isMarked);
    }

    private Set<Long> things(Predicate<MissingThing> which) {
        return known.values().stream().filter(which).map(MissingThing::thing).collect(Collectors.toSet());
    }

    /// Does it.
    ///
    /// @param sure whether what was not shown may be taken for gone
    Changes apply(Reckoning reckoning, Absence absence, boolean sure) throws InterruptedException {
        List<Long> back = known.values().stream()
                .filter(MissingThing::isMarked)
                .map(MissingThing::thing)
                .filter(reckoning::isShown)
                .toList();
        noteReturned(back);
        List<Long> again = known.values().stream()
                .filter(one -> !one.isMarked() && one.missedAt().isPresent())
                .map(MissingThing::thing)
                .filter(thing -> reckoning.isShown(thing) || !absence.seesLess().isEmpty())
                .toList();
        if (!sure) {
            return new Changes(List.of(), List.of(), back, again);
        }
        List<Long> agreed = absence.candidates().stream().filter(this::isAgreed).toList();
        note(Kind.DELETED, agreed, thing -> missedAt(thing));
        List<Long> fresh = absence.candidates().stream()
                .filter(thing -> missed(thing).isEmpty())
                .toList();
        return new Changes(fresh, agreed, back, again);
    }

    private Optional<Instant> missed(long thing) {
        return Optional.ofNullable(known.get(thing)).flatMap(MissingThing::missedAt);
    }

    private Instant missedAt(long thing) {
        return missed(thing).orElse(now);
    }

    private boolean isAgreed(long thing) {
        return missed(thing).filter(at -> !now.isBefore(at.plus(APART))).isPresent();
    }

    private void noteReturned(List<Long> back) throws InterruptedException {
        if (!back.isEmpty()) {
            reconciles.returning(subjects.stream(), back, now);
            note(
                    Kind.RETURNED,
                    back,
                    thing -> Optional.ofNullable(known.get(thing))
                            .flatMap(MissingThing::returnedAt)
                            .orElse(now));
        }
    }

    private void note(Kind kind, List<Long> things, Function<Long, Instant> when) throws InterruptedException {
        List<LakeRecord> batch = new ArrayList<>();
        subjects.each(things, (thing, newest) -> {
            long episode = Optional.ofNullable(known.get(thing))
                    .map(MissingThing::episode)
                    .orElse(0L);
            var note = new Note(kind, thing, episode, when.apply(thing).toEpochMilli(), newest, by(kind, newest));
            batch.add(subjects.census().note(subjects.origin(), note));
            if (batch.size() >= BATCH) {
                flush(batch);
            }
        });
        flush(batch);
    }

    private Optional<Document> by(Kind kind, Document newest) {
        return kind == Kind.DELETED ? subjects.newest(subjects.census().takenAwayBy(newest)) : Optional.empty();
    }

    private void flush(List<LakeRecord> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            subjects.lake().put(List.copyOf(batch)).await();
            batch.clear();
        }
    }
}
