// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.TimeRange;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.rounds.RoundHistory;
import dev.birdsong.state.rounds.RoundHistory.Day;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came in: records and bytes per connector, content type and day of UTC.
@RestController
public final class IngestionEndpoint {

    private static final Duration USUAL = Duration.ofDays(7);

    private final RoundHistory history;
    private final Clock clock;

    /// What a content type of a connector brought on a day.
    ///
    /// @param day such as 2026-11-25
    /// @param totalEvents records that were new or changed
    /// @param totalBytes of the documents that were handed to the lake
    /// @param requests answers of the console that were read
    public record Answer(
            String connectorId,
            String custId,
            String contentType,
            String day,
            long totalEvents,
            long totalBytes,
            long created,
            long updated,
            long unchanged,
            long filtered,
            long quarantined,
            long requests) {

        static Answer of(Day day) {
            RoundCounts counts = day.counts();
            return new Answer(
                    day.connectorId(),
                    day.tenantId(),
                    day.contentType(),
                    day.day().toString(),
                    counts.put().created() + counts.put().updated(),
                    counts.bytes(),
                    counts.put().created(),
                    counts.put().updated(),
                    counts.put().unchanged(),
                    counts.filtered(),
                    counts.quarantined(),
                    counts.pages());
        }
    }

    public IngestionEndpoint(State state, Clock clock) {
        this.history = state.roundHistory();
        this.clock = clock;
    }

    /// What came in on the days of this time.
    @GetMapping("/connect/api/v1/ingestion-stats/connector")
    public Listed<Answer> connectors(
            Caller caller,
            @RequestParam(name = "cust_id") Optional<String> tenant,
            @RequestParam(name = "connector_id") Optional<String> connector,
            @RequestParam(name = "start_time") Optional<Long> start,
            @RequestParam(name = "end_time") Optional<Long> end) {
        TimeRange range = TimeRange.of(start, end, clock.instant(), USUAL);
        TenantScope scope = tenant.map(caller::only).orElse(caller.scope());
        return Listed.all(history.days(scope, connector, day(range.from()), day(range.to())).stream()
                .map(Answer::of)
                .toList());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
