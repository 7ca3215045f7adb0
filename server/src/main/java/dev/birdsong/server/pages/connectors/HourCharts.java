// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.data.Searches;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Draws charts of what a connector brought.
@Component
public final class HourCharts {

    private final Searches searches;
    private final Clock clock;

    public HourCharts(Searches searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /// The last two days of this connector.
    HourChart of(Viewer viewer, String connector) {
        Instant now = clock.instant();
        String from = Long.toString(now.minus(HourChart.SPAN).toEpochMilli());
        var stored = new Selection(
                Set.of(Index.values()),
                new Query.And(List.of(
                        new Query.Text("connector_id", connector),
                        new Query.Range("write_time", new Bound.At(from, true), new Bound.Open()))));
        return HourChart.of(searches.count(viewer.caller(), stored, HourChart.aggregation()), now);
    }
}
