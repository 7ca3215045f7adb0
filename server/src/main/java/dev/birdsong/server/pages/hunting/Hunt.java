// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.spi.lake.Selection;
import java.util.List;
import java.util.Optional;

/// What a search found: a page of it.
///
/// @param next where the next page begins, as the API takes it; empty on the last one
public record Hunt(
        HuntState state,
        Selection selection,
        TimeChoice.Ends ends,
        Totals totals,
        List<FoundRecord> records,
        Optional<String> next) {

    /// How much was found.
    public record Totals(long total, boolean exact, boolean timedOut) {}

    public Hunt {
        records = List.copyOf(records);
    }

    /// How many there are.
    public long total() {
        return totals.total();
    }
}
