// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Searches of all sorts over [RandomRecords].
final class RandomRequests {

    private static final List<String> NUMBERS =
            List.of("srcport", "score", "flag", "timestamp", "revision", "score.keyword");
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Random random;
    private final RandomQueries queries;

    RandomRequests(Random random) {
        this.random = random;
        this.queries = new RandomQueries(random);
    }

    SearchRequest next() {
        Set<Index> indices = switch (random.nextInt(5)) {
            case 0 -> Set.of(Index.ASSETS);
            case 1 -> Set.of(Index.SYSLOG);
            default -> EnumSet.allOf(Index.class);
        };
        var paging = new Paging(queries.sort(), random.nextInt(3) * 5, random.nextInt(80), List.of(), true);
        return new SearchRequest(new Selection(indices, queries.withLatest()), paging, aggregations());
    }

    private Map<String, Aggregation> aggregations() {
        return random.nextInt(3) > 0
                ? Map.of()
                : Map.of("top", top(within()), "time", histogram(within()), "measured", measure());
    }

    private Map<String, Aggregation> within() {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("within", top(Map.of()), "measured", measure());
            case 1 -> Map.of("within", histogram(Map.of()));
            case 2 -> Map.of("measured", measure(), "again", measure());
            default -> Map.of();
        };
    }

    private Aggregation top(Map<String, Aggregation> within) {
        return new Aggregation.TopValues(queries.listed(), 1 + random.nextInt(30), within);
    }

    private Aggregation histogram(Map<String, Aggregation> within) {
        String field = random.nextInt(4) == 0 ? "revision" : "timestamp";
        return new Aggregation.DateHistogram(field, interval(), within);
    }

    private Aggregation measure() {
        var kinds = Aggregation.Statistic.Kind.values();
        return random.nextInt(3) == 0
                ? new Aggregation.Cardinality(queries.listed())
                : new Aggregation.Statistic(
                        kinds[random.nextInt(kinds.length)], NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    private Aggregation.Interval interval() {
        return switch (random.nextInt(4)) {
            case 0 -> new Aggregation.Interval.Fixed(Duration.ofHours(1 + random.nextInt(1_000)));
            case 1 -> new Aggregation.Interval.Fixed(Duration.ofHours(1 + random.nextInt(1_000)), ZONE);
            default -> new Aggregation.Interval.Calendar(UNITS.get(random.nextInt(UNITS.size())), ZONE);
        };
    }

    /// Of every tenant, of one, or of none.
    TenantScope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new TenantScope.Only(Set.of());
            case 1 -> new TenantScope.Only(Set.of("tenant-1", "nobody"));
            default -> new TenantScope.All();
        };
    }
}
