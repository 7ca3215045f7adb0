// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Things;
import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.time.MonotonicClock;
import java.util.Optional;

/// How a list of the console is compared with all that it holds.
///
/// @param things what the list is of
public record ListCensus(Things things) implements Census {

    @Override
    public Position beginning(Position position, MonotonicClock clock) {
        return Collected.of(position, Moment.of(clock)).anew().position();
    }

    @Override
    public Reached reached(Position position) {
        Collected collected = Collected.of(position, new Moment("", 0));
        return new Reached(collected.epoch(), collected.completeUpTo());
    }

    @Override
    public boolean numbered() {
        return things.numbered();
    }

    @Override
    public String name(Document record) {
        return things.name(record);
    }

    @Override
    public Optional<Query> parts(Document record) {
        return things.parts(record);
    }

    @Override
    public Query takenAwayBy(Document record) {
        return things.takenAwayBy(record);
    }

    @Override
    public LakeRecord note(Origin origin, Note note) {
        return things.note(origin, note);
    }
}
