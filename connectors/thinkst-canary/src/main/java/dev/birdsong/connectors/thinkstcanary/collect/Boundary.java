// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;
import dev.birdsong.connectors.thinkstcanary.collect.Probe.Newer;

/// Looks whether a page follows the one before it without a gap, whatever its cursor is: decision 0005.
record Boundary(Probe probe) {

    /// What lies between two pages.
    sealed interface Found {

        /// Nothing.
        ///
        /// @param order in which order the pages come, as far as is known now
        /// @param newer what is newer than the first page, where ids go down
        record Nothing(Order order, Ids newer) implements Found {}

        /// Records that the second page should have begun with: ids go up, and the list has moved up meanwhile.
        record Skipped() implements Found {}

        /// Perhaps records that have moved up into the place of the page before: ids go down, and something new has
        /// come.
        ///
        /// @param newer what is newer than the first page
        record Moved(Ids newer) implements Found {}
    }

    /// Looks at the boundary behind what was read.
    Found look(Chain before, Page page) throws InterruptedException {
        Ids last = before.last().ids();
        Ids ids = page.ids();
        if (last.count() == 0) {
            return nothing(before.order());
        }
        if (ids.count() == 0) {
            return behindNothing(before);
        }
        return before.order() != Order.DOWN && ids.lowest() > last.highest()
                ? upwards(before, page)
                : downwards(before);
    }

    private Found upwards(Chain before, Page page) throws InterruptedException {
        Ids ids = page.ids();
        long highest = before.last().ids().highest();
        Ids shown = probe.shownAbove(highest);
        boolean between = shown.lowest() > highest && shown.lowest() < ids.lowest();
        if (between && highest > before.start().from()) {
            return new Found.Skipped();
        }
        boolean lowestFirst = shown.lowest() == ids.lowest()
                && (ids.count() > 1 || !page.cursor().isEmpty());
        return nothing(lowestFirst ? Order.UP : before.order());
    }

    private Found downwards(Chain before) throws InterruptedException {
        if (!probe.feed().moves()) {
            return nothing(Order.DOWN);
        }
        Extent read = before.extent();
        Newer newer = probe.newer(read.first(), before.start().limit());
        return newer.all() && newer.ids().equals(read.known())
                ? new Found.Nothing(Order.DOWN, newer.ids())
                : new Found.Moved(newer.ids());
    }

    private static Found nothing(Order order) {
        return new Found.Nothing(order, Ids.NONE);
    }

    private Found behindNothing(Chain before) throws InterruptedException {
        Ids shown = probe.shownAbove(before.last().ids().highest());
        if (shown.count() == 0) {
            return nothing(before.order());
        }
        return goesUp(before, shown.lowest()) ? new Found.Skipped() : downwards(before);
    }

    private boolean goesUp(Chain before, long known) throws InterruptedException {
        return switch (before.order()) {
            case UP -> true;
            case DOWN -> false;
            case UNKNOWN -> probe.showsLowestFirst(before.start().from(), known);
        };
    }
}
