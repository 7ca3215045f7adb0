// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What every lake finds: the same as a [MemoryLake], for all sorts of records, queries, orders and counts.
public abstract class SearchContract extends LakeFixture {

    private static final int IDS = 60;
    private static final int QUERIES = 60;
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);

    @RandomSeeds(15)
    final void findsWhatThePlainEvaluationFinds(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queries = new RandomQueries(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fill(plain, random);
            for (int i = 0; i < QUERIES; i++) {
                SearchRequest request = request(random, queries);
                TenantScope scope = scope(random);
                assertThat(comparable(lake().search(scope, request)))
                        .as("%s of %s", request, scope)
                        .isEqualTo(comparable(plain.search(scope, request)));
            }
        }
    }

    @RandomSeeds(5)
    final void goesOnAfterAnyHit(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queries = new RandomQueries(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fill(plain, random);
            for (int i = 0; i < QUERIES / 4; i++) {
                Selection selection = new Selection(BOTH, queries.next(1));
                List<Sort> sort = queries.sort();
                int size = 1 + random.nextInt(20);
                assertThat(paged(lake(), selection, sort, size))
                        .as("%s by %s, %s a page", selection, sort, size)
                        .isEqualTo(paged(plain, selection, sort, size));
            }
        }
    }

    @RandomSeeds(3)
    final void exportsWhatThePlainEvaluationFinds(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queries = new RandomQueries(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fill(plain, random);
            for (int i = 0; i < QUERIES / 4; i++) {
                exportsAlike(plain, new Selection(BOTH, queries.next(1)));
            }
        }
    }

    private void exportsAlike(DataLake plain, Selection selection) {
        List<SortValue> times = new ArrayList<>();
        List<String> found = new ArrayList<>();
        lake().export(ALL, selection, hit -> times.add(hit.sort().getFirst()) && found.add(hit.id()));
        List<SortValue> plainTimes = new ArrayList<>();
        List<String> plainFound = new ArrayList<>();
        plain.export(ALL, selection, hit -> plainTimes.add(hit.sort().getFirst()) && plainFound.add(hit.id()));
        assertThat(times).isEqualTo(plainTimes);
        assertThat(found).containsExactlyInAnyOrderElementsOf(plainFound);
    }

    /// Puts the same into both, in several commits.
    private void fill(DataLake plain, Random random) throws InterruptedException {
        var records = new RandomRecords(random);
        for (int i = 0; i < 5; i++) {
            List<LakeRecord> batch = records.batch(40, IDS);
            var expected = plain.put(batch).await();
            assertThat(lake().put(batch).await()).isEqualTo(expected);
        }
    }

    private static SearchRequest request(Random random, RandomQueries queries) {
        Set<Index> indices = switch (random.nextInt(5)) {
            case 0 -> Set.of(Index.ASSETS);
            case 1 -> Set.of(Index.SYSLOG);
            default -> EnumSet.allOf(Index.class);
        };
        var paging = new Paging(queries.sort(), random.nextInt(3) * 5, random.nextInt(80), List.of(), true);
        Map<String, Aggregation> aggregations = random.nextInt(3) > 0
                ? Map.of()
                : Map.of(
                        "top", new Aggregation.TopValues(queries.listed(), 1 + random.nextInt(30)),
                        "time", new Aggregation.DateHistogram("timestamp", interval(random)));
        return new SearchRequest(new Selection(indices, queries.next(3)), paging, aggregations);
    }

    private static Aggregation.Interval interval(Random random) {
        return random.nextBoolean()
                ? new Aggregation.Interval.Fixed(Duration.ofHours(1 + random.nextInt(1_000)))
                : new Aggregation.Interval.Calendar(
                        UNITS.get(2 + random.nextInt(UNITS.size() - 2)), ZoneId.of("America/New_York"));
    }

    private static TenantScope scope(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new TenantScope.Only(Set.of());
            case 1 -> new TenantScope.Only(Set.of("tenant-1", "nobody"));
            default -> new TenantScope.All();
        };
    }

    /// All but the write times, which are each lake's own.
    private static SearchResult comparable(SearchResult result) {
        return new SearchResult(
                result.total(),
                result.exact(),
                result.hits().stream().map(SearchContract::comparable).toList(),
                result.buckets());
    }

    private static Hit comparable(Hit hit) {
        String json = hit.document().json().replaceFirst("\"write_time\":[0-9]+,", "");
        return new Hit(hit.index(), hit.id(), dev.birdsong.spi.record.Document.of(json), hit.sort());
    }

    /// Every hit, page by page.
    private static List<List<SortValue>> paged(DataLake lake, Selection selection, List<Sort> sort, int size) {
        List<List<SortValue>> places = new ArrayList<>();
        List<SortValue> after = List.of();
        List<Hit> page;
        do {
            var paging = new Paging(sort, 0, size, after, false);
            page = lake.search(ALL, new SearchRequest(selection, paging)).hits();
            page.forEach(hit -> places.add(hit.sort()));
            after = page.isEmpty() ? after : page.getLast().sort();
        } while (!page.isEmpty() && places.size() < 1_000);
        return places;
    }
}
