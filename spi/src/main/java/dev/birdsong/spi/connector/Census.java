// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.time.MonotonicClock;
import java.util.Optional;

/// How one content type is compared with all that its source holds: read from its beginning by the same collector, and
/// then by the things that it showed.
///
/// Documents given to its methods are records of this content type, as a lake holds them.
public interface Census {

    /// Where a walk through everything begins, while rounds go on from the position.
    Position beginning(Position position, MonotonicClock clock);

    /// What a position says.
    Reached reached(Position position);

    /// Whether things are numbers that are given one after the other, and only ever taken away from the lowest up: then
    /// a hole is a gap, and what lies below the lowest that is shown was purged.
    boolean numbered();

    /// What the source calls the thing that a record tells of.
    String name(Document record);

    /// Finds the records that are parts of the thing that a record tells of; nothing where things have no parts.
    Optional<Query> parts(Document record);

    /// Finds records that tell who took away the thing that a record tells of.
    Query takenAwayBy(Document record);

    /// Makes the record that says that a thing is gone or back, with an id that is always the same for the same note.
    LakeRecord note(Origin origin, Note note);

    /// What a position says.
    ///
    /// @param epoch grows when the source's ids are seen to have gone back
    /// @param completeUpTo the id up to which everything was handed over, 0 for none
    record Reached(long epoch, long completeUpTo) {}

    /// That a thing is gone or back.
    ///
    /// @param thing as [dev.birdsong.spi.record.Subject#thing]
    /// @param episode how often it was gone before
    /// @param at when that was seen, epoch milliseconds
    /// @param newest the newest record that tells of the thing
    /// @param by a record that tells who took it away
    record Note(Kind kind, long thing, long episode, long at, Document newest, Optional<Document> by) {}

    /// What is said of a thing.
    enum Kind {
        /// The source does not have it any more.
        DELETED("deleted_at_source"),
        /// The source has it again.
        RETURNED("returned_at_source");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The `record_type` that says so.
        public String label() {
            return label;
        }
    }
}
