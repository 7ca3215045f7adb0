// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryParser;
import dev.birdsong.query.body.SearchReader;
import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.charts.Counts;
import dev.birdsong.server.pages.charts.Steps;
import dev.birdsong.server.pages.charts.TimeChart;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Runs the searches of the hunting pages.
@Component
public final class Hunts {

    static final int PAGE = 100;
    private static final List<String> SERIES = List.of("critical", "high", "medium", "low", "info", "none");
    private static final String TIME = "timestamp";

    private final Searches searches;
    private final SearchReader reader;
    private final QueryParser parser;
    private final Schema schema;
    private final Clock clock;
    private final JsonMapper json;

    public Hunts(Searches searches, DataEndpoint.Reading reading, Schema schema, Clock clock, JsonMapper json) {
        this.searches = searches;
        this.reader = reading.reader();
        this.parser = reading.parser();
        this.schema = schema;
        this.clock = clock;
        this.json = json;
    }

    /// The records that a search names.
    ///
    /// @throws dev.birdsong.query.QueryException if the query or a time cannot be read
    /// @throws dev.birdsong.query.body.BadSearchException if the index or the order cannot be
    public Selection selection(HuntState state) {
        return state.selection(parser, ends(state));
    }

    /// The columns by which the table can be sorted.
    Set<String> sortable(HuntState state) {
        return state.shown().stream()
                .map(Column::path)
                .filter(path -> schema.type(path).isPresent())
                .collect(Collectors.toSet());
    }

    /// A page of what a search finds.
    ///
    /// @param after where it begins, as [Hunt#next] says; empty: with the first
    Hunt look(Viewer viewer, HuntState state, String after) {
        TimeChoice.Ends ends = ends(state);
        Selection selection = state.selection(parser, ends);
        SearchResult result = searches.run(viewer.seeing(), selection, paging(state, after));
        return new Hunt(
                state,
                selection,
                ends,
                new Hunt.Totals(result.total(), result.exact(), result.timedOut()),
                records(result),
                result.hits().size() < PAGE
                        ? Optional.empty()
                        : Optional.of(cursor(result.hits().getLast())));
    }

    /// One record, by its id.
    Optional<FoundRecord> record(Viewer viewer, String id) {
        var one = new Selection(Set.of(Index.values()), new Query.Text("_id", id));
        return records(searches.run(viewer.seeing(), one, Paging.newest(1))).stream()
                .findFirst();
    }

    /// What it finds over time, by severity; nothing where it finds nothing.
    Optional<TimeChart> chart(Viewer viewer, Hunt hunt) {
        return hunt.total() == 0 ? Optional.empty() : Optional.of(drawn(viewer, hunt));
    }

    private TimeChart drawn(Viewer viewer, Hunt hunt) {
        long now = clock.millis();
        Map<String, Long> measured = hunt.ends().from().isPresent() ? Map.of() : extremes(viewer, hunt.selection());
        long from = hunt.ends().from().orElseGet(() -> measured.getOrDefault("min", now));
        long to = Math.max(
                from + 1, hunt.ends().to().orElseGet(() -> Math.max(now, measured.getOrDefault("max", now) + 1)));
        Steps steps = Steps.between(from, to);
        var histogram = new Aggregation.DateHistogram(
                TIME, steps.interval(), Map.of("severity", new Aggregation.TopValues("severity", SERIES.size())));
        return TimeChart.of(
                searches.count(viewer.seeing(), hunt.selection(), histogram),
                new TimeChart.Plan(from, to, steps, SERIES, Counts.byValue("severity", SERIES)));
    }

    /// The newest record that fits at any time, where that lies outside of the time asked for.
    Optional<Elsewhere> elsewhere(Viewer viewer, Hunt hunt) {
        boolean endsEarly = hunt.ends().to().filter(end -> end < clock.millis()).isPresent();
        if (hunt.ends().isOpen() || (hunt.total() > 0 && !endsEarly)) {
            return Optional.empty();
        }
        SearchResult ever = searches.count(
                viewer.seeing(),
                selection(hunt.state().ever()),
                Map.of("max", new Statistic(Statistic.Kind.MAX, TIME)));
        return Optional.of(ever.total())
                .filter(total -> total > hunt.total())
                .map(total -> new Elsewhere(
                        total - hunt.total(),
                        number(ever.aggregations().get("max")).orElse(0L)));
    }

    /// What lies outside of the time asked for.
    ///
    /// @param newest when the newest happened, in epoch milliseconds
    public record Elsewhere(long count, long newest) {}

    private TimeChoice.Ends ends(HuntState state) {
        Instant now = clock.instant();
        return state.time().ends(schema, now);
    }

    private Map<String, Long> extremes(Viewer viewer, Selection selection) {
        SearchResult measured = searches.count(
                viewer.seeing(),
                selection,
                Map.of(
                        "min", new Statistic(Statistic.Kind.MIN, TIME),
                        "max", new Statistic(Statistic.Kind.MAX, TIME)));
        Map<String, Long> extremes = new HashMap<>();
        measured.aggregations().forEach((name, result) -> number(result).ifPresent(value -> extremes.put(name, value)));
        return extremes;
    }

    private static Optional<Long> number(@Nullable AggregationResult result) {
        return switch (result) {
            case AggregationResult.Measured(SortValue.Whole(long whole)) -> Optional.of(whole);
            case AggregationResult.Measured(SortValue.Decimal(double decimal)) -> Optional.of((long) decimal);
            case null, default -> Optional.empty();
        };
    }

    private Paging paging(HuntState state, String after) {
        Map<String, String> asked =
                new HashMap<>(Map.of("sort", state.sort(), "size", Integer.toString(PAGE), "track_total_hits", "true"));
        if (!after.isEmpty()) {
            asked.put("search_after", after);
        }
        return reader.parameters(asked).paging();
    }

    private List<FoundRecord> records(SearchResult result) {
        return result.hits().stream().map(hit -> FoundRecord.of(hit, json)).toList();
    }

    private String cursor(Hit last) {
        ArrayNode values = json.createArrayNode();
        last.sort().forEach(value -> {
            switch (value) {
                case SortValue.Missing() -> values.addNull();
                case SortValue.Text(String text) -> values.add(text);
                case SortValue.Whole(long whole) -> values.add(whole);
                case SortValue.Decimal(double decimal) -> values.add(decimal);
            }
        });
        return values.toString();
    }
}
