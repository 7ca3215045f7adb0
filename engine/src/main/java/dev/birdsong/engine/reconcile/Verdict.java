// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.time.Instant;
import java.util.List;

/// How a comparison came out.
///
/// @param began when it began
/// @param at when it was complete
/// @param epoch of the source's ids
/// @param completeUpTo the id up to which everything that the source holds is in the lake or accounted for
/// @param counts what was in the lake and what was not
/// @param found what is not as it should be
/// @param notes what there is to say of it, for people, each one sentence
public record Verdict(
        Instant began, Instant at, long epoch, long completeUpTo, Counts counts, Found found, List<String> notes) {

    public Verdict {
        notes = List.copyOf(notes);
    }

    /// Of what every round reads whole.
    public static Verdict ofRound(Instant at, Counts counts) {
        return new Verdict(at, at, 0, 0, counts, Found.NOTHING, List.of());
    }

    /// How many records there were.
    public record Counts(long stored, long filtered, long quarantined, long expired) {

        /// Those in the lake, and the others.
        public static Counts of(long stored, OutsideCounts outside) {
            return new Counts(stored, outside.filtered(), outside.quarantined(), outside.expired());
        }
    }

    /// What is not as it should be.
    ///
    /// @param missing things that went to the lake, and that it does not hold
    /// @param purgedUpTo the number up to which the source has purged what it had, 0 for none
    /// @param seesLess whether so much is not shown any more that the key may see less than before
    /// @param gaps what the source says that there is, and was never seen; at most 100
    /// @param gapsTotal how much that is in all
    public record Found(long missing, long purgedUpTo, boolean seesLess, List<Gap> gaps, long gapsTotal) {

        /// Nothing.
        public static final Found NOTHING = new Found(0, 0, false, List.of(), 0);

        public Found {
            gaps = List.copyOf(gaps);
        }
    }

    /// Something that was never seen.
    ///
    /// @param from the first number of a hole, or what the source calls the thing whose parts are missing
    /// @param to the last number of a hole, or the same again
    /// @param count how many there are
    public record Gap(String from, String to, long count) {}
}
