// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.collecting.IngestionEndpoint;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.charts.Steps;
import dev.birdsong.server.pages.charts.TimeChart;
import dev.birdsong.server.pages.hunting.HuntState;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Draws by day what a connector asked of its console, and what became of the records that it was given.
@Component
public final class TrafficCharts {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final List<String> REQUESTS = List.of("requests");
    private static final List<String> OUTCOMES = List.of("created", "updated", "unchanged", "filtered", "quarantined");

    private final IngestionEndpoint ingestion;
    private final Clock clock;

    public TrafficCharts(IngestionEndpoint ingestion, Clock clock) {
        this.ingestion = ingestion;
        this.clock = clock;
    }

    /// Both charts, and where a day of theirs leads to.
    public record Traffic(TimeChart requests, TimeChart records, HuntState hunt) {}

    /// Of the last 30 days of a connector.
    Traffic of(Viewer viewer, String connector) {
        long to = clock.millis();
        long from = to - SPAN.toMillis();
        Map<Long, Map<String, Long>> days = new TreeMap<>();
        ingestion
                .connectors(
                        viewer.caller(), Optional.empty(), Optional.of(connector), Optional.of(from), Optional.of(to))
                .data()
                .forEach(day -> counts(day)
                        .forEach((name, count) -> days.computeIfAbsent(start(day), _ -> new HashMap<>())
                                .merge(name, count, Long::sum)));
        return new Traffic(
                chart(from, to, REQUESTS, days),
                chart(from, to, OUTCOMES, days),
                HuntState.all("").and("connector_id", connector));
    }

    private static TimeChart chart(long from, long to, List<String> series, Map<Long, Map<String, Long>> days) {
        List<Bucket> buckets = days.keySet().stream()
                .map(day -> new Bucket(new SortValue.Whole(day), 0))
                .toList();
        Function<Bucket, Map<String, Long>> counts =
                day -> day.key() instanceof SortValue.Whole(long start) ? days.getOrDefault(start, Map.of()) : Map.of();
        return TimeChart.of(
                new AggregationResult.Buckets(buckets, 0),
                new TimeChart.Plan(from, to, Steps.DAYS, series, counts.andThen(all -> only(series, all))));
    }

    private static Map<String, Long> only(List<String> series, Map<String, Long> all) {
        Map<String, Long> wanted = new HashMap<>(all);
        wanted.keySet().retainAll(series);
        return wanted;
    }

    private static Map<String, Long> counts(IngestionEndpoint.Answer day) {
        return Map.of(
                "requests", day.requests(),
                "created", day.created(),
                "updated", day.updated(),
                "unchanged", day.unchanged(),
                "filtered", day.filtered(),
                "quarantined", day.quarantined());
    }

    private static long start(IngestionEndpoint.Answer day) {
        return LocalDate.parse(day.day())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }
}
