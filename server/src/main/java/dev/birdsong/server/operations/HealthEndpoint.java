// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.state.State;
import dev.birdsong.state.sql.StateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the server lives, and whether it can work. Says nothing of anybody's things.
@RestController
public final class HealthEndpoint {

    private static final String UP = "up";
    private static final int UNAVAILABLE = 503;

    private final State state;
    private final DataLake lake;

    /// How it is.
    public record Answer(String status, Map<String, String> parts) {

        public Answer {
            parts = Map.copyOf(parts);
        }
    }

    public HealthEndpoint(State state, DataLake lake) {
        this.state = state;
        this.lake = lake;
    }

    /// It answers: it lives. Touches neither database nor lake.
    @GetMapping("/health/live")
    public Answer live() {
        return new Answer(UP, Map.of());
    }

    /// Whether database and lake answer.
    @GetMapping("/health/ready")
    public ResponseEntity<Answer> ready() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", database());
        parts.put("lake", lake());
        boolean ready = parts.values().stream().allMatch(UP::equals);
        return ResponseEntity.status(ready ? 200 : UNAVAILABLE).body(new Answer(ready ? UP : "down", parts));
    }

    private String database() {
        try {
            state.database().clock();
            return UP;
        } catch (StateException e) {
            return "down";
        }
    }

    private String lake() {
        try {
            lake.search(
                    new TenantScope.All(),
                    new SearchRequest(new Selection(Set.of(Index.ASSETS), new Query.Everything()), Paging.newest(1)));
            return UP;
        } catch (LakeException e) {
            return "down";
        }
    }
}
