// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic.Kind;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every lake finds: the same as a [MemoryLake], for all sorts of records, queries, orders and counts.
public abstract class SearchContract extends LakeFixture {

    private static final int QUERIES = 60;
    private static final Aggregation.Interval HOUR = new Aggregation.Interval.Fixed(Duration.ofHours(1));

    @RandomSeeds(15)
    final void findsWhatThePlainEvaluationFinds(long seed) throws InterruptedException {
        var random = new Random(seed);
        var requests = new RandomRequests(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fillAlike(plain, random);
            for (int i = 0; i < QUERIES; i++) {
                SearchRequest request = requests.next();
                TenantScope scope = requests.scope();
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
            fillAlike(plain, random);
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
            fillAlike(plain, random);
            for (int i = 0; i < QUERIES / 4; i++) {
                exportsAlike(plain, new Selection(BOTH, queries.next(1)));
            }
        }
    }

    @Test
    final void saysThatTheTimeIsOver() throws InterruptedException {
        put(record("1").build());
        var request = new SearchRequest(
                new Selection(BOTH, new Query.Everything()),
                Paging.newest(10),
                Map.of("top", new Aggregation.TopValues("hostname", 10)),
                () -> Duration.ZERO);

        SearchResult result = lake().search(ALL, request);

        assertThat(result.timedOut()).isTrue();
        assertThat(result.exact()).isFalse();
        assertThat(result.aggregations()).containsKey("top");
    }

    @RandomSeeds(3)
    final void answersWithAPartWhenTheTimeEndsMidway(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queries = new RandomQueries(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fillAlike(plain, random);
            for (int i = 0; i < QUERIES; i++) {
                var selection = new Selection(BOTH, queries.next(2));
                var asked = new AtomicInteger(random.nextInt(100));
                var hurried = new SearchRequest(
                        selection,
                        Paging.newest(100),
                        Map.of(),
                        () -> Duration.ofNanos(Math.max(0, asked.getAndDecrement())));
                SearchResult all = plain.search(ALL, new SearchRequest(selection, Paging.newest(100)));

                SearchResult part = lake().search(ALL, hurried);

                assertThat(all.hits())
                        .extracting(Hit::id)
                        .containsAll(part.hits().stream().map(Hit::id).toList());
                assertThat(part.total()).isLessThanOrEqualTo(all.total());
                assertThat(part.exact()).isEqualTo(!part.timedOut());
                assertThat(part.timedOut() || comparable(part).equals(comparable(all)))
                        .isTrue();
            }
        }
    }

    @Test
    final void findsAllWhileThereIsTime() throws InterruptedException {
        put(record("1").build());
        var request = new SearchRequest(
                new Selection(BOTH, new Query.Everything()), Paging.newest(10), Map.of(), () -> Duration.ofNanos(1));

        SearchResult result = lake().search(ALL, request);

        assertThat(result.timedOut()).isFalse();
        assertThat(result.hits()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("refused")
    final void refusesWhatNoLakeAnswers(SearchRequest request, String reason) {
        assertThatThrownBy(() -> lake().search(ALL, request))
                .isInstanceOf(SearchRefusedException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(counting(new Aggregation.TopValues("nothing", 1)), "nothing: it is not a listed field"),
                arguments(counting(new Aggregation.TopValues("hostname", 10_001)), "1 to 10,000, not 10001"),
                arguments(counting(new Aggregation.Statistic(Kind.SUM, "hostname")), "sum needs a field of times or"),
                arguments(counting(new Aggregation.DateHistogram("score", HOUR)), "a histogram needs a field of times"),
                arguments(
                        counting(new Aggregation.DateHistogram(
                                "timestamp", HOUR, Map.of("inner", new Aggregation.Cardinality("nothing")))),
                        "nothing: it is not a listed field"),
                arguments(latest(List.of("nothing"), List.of()), "cannot group by nothing: it is not a listed field"),
                arguments(latest(List.of("srcip"), List.of("nothing")), "cannot order by nothing"),
                arguments(latest(List.of("srcip"), List.of("score")), "the newest needs a field of times or whole"),
                arguments(latest(List.of(), List.of()), "by 1 to 5 fields"),
                arguments(paging(List.of(Sort.ascending("nothing")), 0, List.of()), "cannot sort by nothing"),
                arguments(paging(List.of(), 9_999, List.of()), "from + size may be up to 10,000"),
                arguments(
                        paging(Paging.NEWEST_FIRST, 0, List.of(new SortValue.Whole(1))),
                        "search_after needs 2 values for this sort"));
    }

    private static SearchRequest latest(List<String> by, List<String> newest) {
        return new SearchRequest(
                new Selection(BOTH, new Query.Not(new Query.Latest(by, newest, new Query.Everything()))),
                Paging.newest(1));
    }

    private static SearchRequest counting(Aggregation aggregation) {
        return new SearchRequest(
                new Selection(BOTH, new Query.Everything()), Paging.newest(1), Map.of("counted", aggregation));
    }

    private static SearchRequest paging(List<Sort> sort, int from, List<SortValue> after) {
        return new SearchRequest(new Selection(BOTH, new Query.Everything()), new Paging(sort, from, 2, after, true));
    }

    @Test
    final void refusesMoreBucketsThanThereMayBeInAll() throws InterruptedException {
        LakeRecord[] records = IntStream.range(0, 101)
                .mapToObj(i -> record("id-" + i)
                        .with(
                                "tags",
                                IntStream.range(0, 100)
                                        .mapToObj(tag -> "tag-" + tag)
                                        .toList())
                        .build())
                .toArray(LakeRecord[]::new);
        put(records);
        var within = new Aggregation.TopValues("tags", 100);

        assertThatThrownBy(() ->
                        lake().search(ALL, counting(new Aggregation.TopValues("_id", 100, Map.of("within", within)))))
                .isInstanceOf(SearchRefusedException.class)
                .hasMessageContaining("more than 10,000 buckets");
    }

    @Test
    final void countsTheLocalHoursOfAZoneThatSetsItsClocks() throws InterruptedException {
        put(
                record("1").at("2026-10-25T00:30:00Z").build(),
                record("2").at("2026-10-25T01:30:00Z").build(),
                record("3").at("2026-10-25T02:30:00Z").build());
        var twelve = new Aggregation.Interval.Fixed(Duration.ofHours(12), ZoneId.of("Europe/Berlin"));

        SearchResult result = lake().search(ALL, counting(new Aggregation.DateHistogram("timestamp", twelve)));

        long midnight = Instant.parse("2026-10-24T22:00:00Z").toEpochMilli();
        assertThat(result.aggregations())
                .containsEntry(
                        "counted",
                        new AggregationResult.Buckets(List.of(new Bucket(new SortValue.Whole(midnight), 3)), 0));
    }

    private void exportsAlike(DataLake plain, Selection selection) {
        assertThat(exported(lake(), selection)).isEqualTo(exported(plain, selection));
    }

    private static List<List<SortValue>> exported(DataLake lake, Selection selection) {
        List<List<SortValue>> places = new ArrayList<>();
        lake.export(ALL, selection, hit -> places.add(hit.sort()));
        return places;
    }

    /// All but the write times, which are each lake's own.
    private static SearchResult comparable(SearchResult result) {
        return new SearchResult(
                result.total(),
                result.exact(),
                result.timedOut(),
                result.hits().stream().map(SearchContract::comparable).toList(),
                result.aggregations());
    }

    private static Hit comparable(Hit hit) {
        String json = hit.document().json().replaceFirst("\"write_time\":[0-9]+,", "");
        return new Hit(hit.index(), hit.id(), Document.of(json), hit.sort());
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
