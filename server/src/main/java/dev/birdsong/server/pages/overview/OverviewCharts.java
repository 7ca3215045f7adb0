// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.overview;

import dev.birdsong.query.QueryParser;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.charts.Counts;
import dev.birdsong.server.pages.charts.Steps;
import dev.birdsong.server.pages.charts.TimeChart;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Cardinality;
import dev.birdsong.spi.lake.Aggregation.DateHistogram;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Draws what came in over the last 30 days.
@Component
public final class OverviewCharts {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final String TIME = "timestamp";
    private static final String INSIDE = "inside";
    private static final List<String> CLASSES = List.of("canary_incidents", "canary_audit", "canary_devices");

    private final Searches searches;
    private final QueryParser parser;
    private final Clock clock;

    public OverviewCharts(Searches searches, QueryParser parser, Clock clock) {
        this.searches = searches;
        this.parser = parser;
        this.clock = clock;
    }

    /// What is counted in each bar, and how it is drawn.
    private record Figure(
            String query, Aggregation inside, List<String> series, Function<Bucket, Map<String, Long>> counts) {}

    /// All records, by their class.
    TimeChart records(Viewer viewer) {
        return drawn(
                viewer,
                new Figure("", new TopValues("msg_class", CLASSES.size()), CLASSES, Counts.byValue(INSIDE, CLASSES)));
    }

    /// Incidents that were told of, each once a bar.
    TimeChart incidents(Viewer viewer) {
        return drawn(viewer, distinct("record_type:incident", "thinkst_canary.incident.id", "incidents"));
    }

    /// Different source addresses of attacks.
    TimeChart attackers(Viewer viewer) {
        return drawn(viewer, distinct("record_type:event AND event_class:attack", "srcip", "attackers"));
    }

    private static Figure distinct(String query, String field, String name) {
        return new Figure(query, new Cardinality(field), List.of(name), Counts.measured(INSIDE, name));
    }

    private TimeChart drawn(Viewer viewer, Figure figure) {
        long to = clock.millis();
        long from = to - SPAN.toMillis();
        Query recent = new Query.Range(TIME, new Bound.At(Long.toString(from), true), new Bound.Open());
        var wanted = new Selection(Set.of(Index.SYSLOG), new Query.And(List.of(parser.parse(figure.query()), recent)));
        Steps steps = Steps.between(from, to);
        var histogram = new DateHistogram(TIME, steps.interval(), Map.of(INSIDE, figure.inside()));
        return TimeChart.of(
                searches.count(viewer.seeing(), wanted, histogram),
                new TimeChart.Plan(from, to, steps, figure.series(), figure.counts()));
    }
}
