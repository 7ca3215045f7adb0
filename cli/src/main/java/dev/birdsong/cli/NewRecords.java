// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.query.export.UsualFields;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.record.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What came into the lake since it was last asked, by the API. Used by one thread.
final class NewRecords {

    private static final String SEARCH = "/connect/api/data/*/_search";
    private static final String TIME = "write_time";
    private static final int MOST = 10_000;

    /// Records are searchable a moment after they were written, and not in that order.
    private static final long OVERLAP_MILLIS = 10_000;

    private final ApiClient api;
    private final Map<String, Long> seen = new HashMap<>();
    private long from;

    /// @param from what was written before is not new, epoch milliseconds
    NewRecords(ApiClient api, long from) {
        this.api = api;
        this.from = from;
    }

    /// The new ones, newest last.
    List<Hit> next() throws InterruptedException {
        List<Hit> fresh = new ArrayList<>();
        for (JsonNode hit : api.post(SEARCH, body()).path("hits").path("hits")) {
            String id = hit.path("_id").asString();
            long written = hit.path("_source").path(TIME).asLong();
            if (seen.getOrDefault(id, -1L) < written) {
                seen.put(id, written);
                fresh.add(new Hit(
                        hit.path("_index").asString(),
                        id,
                        Document.of(hit.path("_source").toString()),
                        List.of()));
            }
        }
        long newest = seen.values().stream().mapToLong(Long::longValue).max().orElse(from);
        from = Math.max(from, newest - OVERLAP_MILLIS);
        seen.values().removeIf(written -> written < from);
        return fresh;
    }

    private Map<String, Object> body() {
        return Map.of(
                "size",
                MOST,
                "sort",
                List.of(Map.of(TIME, "asc")),
                "_source",
                Stream.concat(UsualFields.NAMES.stream(), Stream.of(TIME)).toList(),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(Map.of("range", Map.of(TIME, Map.of("gte", from)))),
                                "must_not",
                                List.of(Map.of("term", Map.of("msg_class", "canary_devices"))))));
    }
}
