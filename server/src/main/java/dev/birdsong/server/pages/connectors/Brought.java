// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.collecting.IngestionEndpoint;
import dev.birdsong.server.connectors.QuarantineEndpoint;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.pages.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a connector asked and brought, by hour and by day, and what of it could not be read.
@Component
record Brought(IngestionEndpoint ingestion, HourCharts charts, TrafficCharts traffic, QuarantineEndpoint quarantine) {

    private static final int QUARANTINED = 50;

    HourChart hours(Viewer viewer, String id) {
        return charts.of(viewer, id);
    }

    /// The newest first.
    List<IngestionEndpoint.Answer> days(Viewer viewer, String id) {
        Optional<Long> usual = Optional.empty();
        return ingestion
                .connectors(viewer.caller(), Optional.empty(), Optional.of(id), usual, usual)
                .data()
                .reversed();
    }

    /// The newest first.
    Listed<QuarantineEndpoint.Entry> unreadable(Viewer viewer, String id) {
        return quarantine.list(viewer.caller(), id, QUARANTINED);
    }
}
