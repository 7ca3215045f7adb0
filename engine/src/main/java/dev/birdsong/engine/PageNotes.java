// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.engine.StreamLedger.Wanted;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be noted of pages: ids, no documents. Used by one thread.
final class PageNotes {

    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<ShownThing> shown = new ArrayList<>();
    private final Wanted wanted;
    private Optional<Shown> last = Optional.empty();
    private boolean lastStored;

    PageNotes(Wanted wanted) {
        this.wanted = wanted;
    }

    void shows(Shown thing) {
        if (wanted.shown()) {
            endThing();
            last = Optional.of(thing);
        }
    }

    private void endThing() {
        last.ifPresent(thing -> shown.add(new ShownThing(thing, lastStored)));
        last = Optional.empty();
        lastStored = false;
    }

    void leftOut(LakeRecord record, String filter) {
        if (wanted.leftOut()) {
            leftOut.add(new LeftOut(record.key(), record.subject().thing(), filter));
        }
    }

    void kept(LakeRecord record) {
        lastStored = true;
        if (wanted.kept()) {
            kept.add(record.key().id());
        }
    }

    /// With those of a later page.
    void add(PageNotes later) {
        endThing();
        later.endThing();
        leftOut.addAll(later.leftOut);
        kept.addAll(later.kept);
        shown.addAll(later.shown);
    }

    /// What is to be noted now that all of it is durable. What the lake holds already is not left out.
    Settled settled(DataLake lake) {
        endThing();
        if (leftOut.isEmpty()) {
            return new Settled(leftOut, kept, shown);
        }
        Set<String> known =
                lake.holdings().known(leftOut.stream().map(LeftOut::key).toList());
        kept.addAll(known);
        return new Settled(
                leftOut.stream().filter(one -> !known.contains(one.key().id())).toList(), kept, shown);
    }
}
