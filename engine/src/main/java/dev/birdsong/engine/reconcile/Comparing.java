// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.engine.reconcile.Verdict.Counts;
import dev.birdsong.engine.reconcile.Verdict.Found;
import dev.birdsong.engine.reconcile.Verdict.Gap;
import dev.birdsong.spi.connector.Census.Reached;
import dev.birdsong.spi.record.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares what a complete walk met with what the lake holds.
///
/// @param walk the complete walk
/// @param last how the comparison before came out
/// @param reached what the stream's position says
/// @param now when the comparison is made
public record Comparing(
        Subjects subjects, Reconciles reconciles, OpenWalk walk, Optional<Verdict> last, Reached reached, Instant now) {

    private static final int MOST_GAPS = 100;

    /// What came of it, and what that changes.
    public record Outcome(Verdict verdict, Changes changes) {}

    /// Compares, and notes in the lake what is gone or back.
    public Outcome run() throws InterruptedException {
        unmarkKept();
        var reckoning = new Reckoning();
        reconciles.shown(subjects.stream(), reckoning::shown);
        subjects.lake().holdings().things(subjects.held(), reckoning::held);
        var marking = new Marking(subjects, reconciles, now);
        Absence absence =
                Absence.of(reckoning, marking.marked(), subjects.census().numbered());
        boolean sure = reckoning.unknown() == 0 && absence.seesLess().isEmpty();
        Changes changes = marking.apply(reckoning, absence, sure);
        List<Gap> gaps = gaps(reckoning);
        var found = new Found(
                reckoning.lost(),
                absence.purgedUpTo(),
                !absence.seesLess().isEmpty(),
                gaps.stream().limit(MOST_GAPS).toList(),
                gaps.stream().mapToLong(Gap::count).sum());
        var verdict = new Verdict(
                walk.began(), now, walk.epoch(), reached.completeUpTo(), counts(), found, notes(reckoning, absence));
        return new Outcome(verdict, changes);
    }

    /// A round that was cut may have stored what an earlier one had left out, and the source may not show it any more.
    private void unmarkKept() {
        List<RecordKey> some = reconciles.leftOut(subjects.held(), "");
        while (!some.isEmpty()) {
            reconciles.kept(subjects.stream(), subjects.lake().holdings().known(some));
            some = reconciles.leftOut(subjects.held(), some.getLast().id());
        }
    }

    private Counts counts() {
        long stored = subjects.lake().holdings().count(subjects.held());
        return Counts.of(stored, reconciles.outside(subjects.stream()));
    }

    private List<String> notes(Reckoning reckoning, Absence absence) throws InterruptedException {
        List<String> notes = new ArrayList<>();
        if (last.isPresent() && last.get().epoch() != walk.epoch()) {
            notes.add("The ids of the source have gone back, as when it is restored from a backup, or its newest record"
                    + " was deleted: everything was read anew.");
        }
        if (!absence.seesLess().isEmpty()) {
            notes.add(new SeesLess(absence.seesLess()).sentence());
        }
        if (reckoning.unknown() > 0) {
            notes.add(reckoning.unknown() + " things of the source could not be read, so that nothing was taken for"
                    + " deleted: see quarantine.");
        }
        if (absence.purgedUpTo() > 0) {
            notes.add(purged(absence.purgedUpTo()));
        }
        return notes;
    }

    private String purged(long upTo) throws InterruptedException {
        List<String> by = new ArrayList<>();
        subjects.each(
                List.of(upTo),
                (_, newest) -> subjects.newest(subjects.census().takenAwayBy(newest))
                        .ifPresent(found ->
                                by.add(" Audit record " + subjects.census().name(found) + " tells of a purge.")));
        return "The source does not keep what it had up to " + upTo + ": purged there, and kept here."
                + String.join("", by);
    }

    private List<Gap> gaps(Reckoning reckoning) throws InterruptedException {
        List<Gap> gaps = new ArrayList<>();
        if (subjects.census().numbered()) {
            reckoning.holes().stream()
                    .map(hole -> new Gap(Long.toString(hole.from()), Long.toString(hole.to()), hole.count()))
                    .forEach(gaps::add);
        }
        Map<Long, Long> parts = reckoning.parts();
        subjects.each(List.copyOf(parts.keySet()), (thing, newest) -> {
            long held = subjects.census().parts(newest).map(subjects::count).orElse(0L);
            long unseen = parts.getOrDefault(thing, 0L) - held - reconciles.leftOut(subjects.stream(), thing);
            if (unseen > 0) {
                String name = subjects.census().name(newest);
                gaps.add(new Gap(name, name, unseen));
            }
        });
        return gaps.stream()
                .sorted(Comparator.comparingLong(Gap::count).reversed())
                .toList();
    }
}
