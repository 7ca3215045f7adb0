// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import java.time.Instant;
import java.util.Map;

/// How a round of a connector went.
///
/// @param condition how the content type stands after it
/// @param complete whether everything was read that the console had; not if it failed or was stopped
/// @param filteredBy how many records each log filter left out, by its id
public record RoundReport(
        String connectorId,
        String contentType,
        Span span,
        Condition condition,
        boolean complete,
        RoundCounts counts,
        Map<String, Long> filteredBy) {

    public RoundReport {
        filteredBy = Map.copyOf(filteredBy);
    }

    /// From when to when, and where.
    ///
    /// @param node the name of the node that ran it
    public record Span(String node, Instant began, Instant ended) {}
}
