// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.Records.all;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the incidents that are open, by severity: those whose console told last that nobody has acknowledged them,
/// but for those that are gone there.
record OpenIncidents(Records records, Caller caller) {

    /// In the order in which they are told.
    static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "info", "none");

    private static final String SEVERITY = "severity";

    /// How many of each severity; each has an entry.
    Map<String, Long> bySeverity() {
        Map<String, Long> counts = new LinkedHashMap<>();
        SEVERITIES.forEach(severity -> counts.put(severity, 0L));
        count(Incidents.OPEN, 1, counts);
        new DeletedIncidents(records, caller).each(gone -> count(all(Incidents.OPEN, gone), -1, counts));
        return counts;
    }

    private void count(Query query, int sign, Map<String, Long> counts) {
        var counted = records.count(
                caller, Index.SYSLOG, query, Map.of(SEVERITY, new TopValues(SEVERITY, SEVERITIES.size())));
        long named = 0;
        for (Bucket severity : Records.buckets(counted.aggregations(), SEVERITY)) {
            String name = Records.text(severity.key());
            if (counts.containsKey(name) && !name.equals("none")) {
                counts.merge(name, sign * severity.count(), Long::sum);
                named += severity.count();
            }
        }
        counts.merge("none", sign * (counted.total() - named), Long::sum);
    }
}
