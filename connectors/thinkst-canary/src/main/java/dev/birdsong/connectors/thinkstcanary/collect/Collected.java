// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.Position;
import java.util.List;

/// What the position of a list says.
///
/// @param epoch grows when the console's ids are seen to have gone back
/// @param marks where the position stood
/// @param size how many records are asked for at once
/// @param walks the open walks, the newest first; below the lowest id that each has read lies what is not yet collected
/// @param times when what was done last
record Collected(long epoch, Marks marks, PageSize size, List<Walk> walks, Times times) {

    Collected {
        walks = List.copyOf(walks);
    }

    /// Reads a position, as of now.
    static Collected of(Position position, Moment now) {
        Tree tree = Versioned.parse(position.text());
        Times times = Times.of(tree.part("times"), now);
        return new Collected(
                tree.number("epoch"),
                Marks.of(tree.part("marks")).aged(times.passed()),
                PageSize.of(tree.part("size")),
                tree.parts("walks").stream()
                        .map(walk -> Walk.of(walk).aged(times.left()))
                        .toList(),
                times);
    }

    Position position() {
        return Versioned.position(Tree.EMPTY
                .with("epoch", epoch)
                .with("marks", marks.tree())
                .with("size", size.tree())
                .with("walks", walks.stream().map(Walk::tree).toList())
                .with("times", times.tree()));
    }

    /// The same source, of which nothing was read yet.
    Collected anew() {
        return new Collected(epoch, Marks.NONE, size, List.of(), times);
    }

    /// The id up to which everything was handed over.
    long completeUpTo() {
        return walks.stream().mapToLong(walk -> walk.reach().since()).reduce(marks.position(), Math::min);
    }

    /// The console's ids have gone back: everything is read anew, into a new epoch.
    Collected gone() {
        return new Collected(epoch + 1, Marks.NONE, size, List.of(), times.checkedNow());
    }

    /// Everything above an id is to be read again; an open walk that reaches below it begins anew from where it
    /// reaches.
    Collected rewoundTo(long id) {
        long reached = walks.stream().mapToLong(walk -> walk.reach().since()).reduce(marks.settled(), Math::min);
        return new Collected(epoch, new Marks(Math.max(0, Math.min(id, reached)), List.of()), size, List.of(), times);
    }

    Collected with(Marks other) {
        return new Collected(epoch, other, size, walks, times);
    }

    Collected with(PageSize other) {
        return new Collected(epoch, marks, other, walks, times);
    }

    Collected with(List<Walk> others) {
        return new Collected(epoch, marks, size, others, times);
    }

    Collected with(Times other) {
        return new Collected(epoch, marks, size, walks, other);
    }
}
