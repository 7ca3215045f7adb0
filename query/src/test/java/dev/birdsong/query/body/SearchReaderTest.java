// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Interval;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchReaderTest {

    private static final Sort BY_HOST = Sort.ascending("hostname");
    private static final Paging TEN_NEWEST = new Paging(Paging.NEWEST_FIRST, 0, 10, List.of(), false);

    @Test
    void asksForTheTenNewestUnlessToldOtherwise() {
        SearchBody body = Bodies.read("{}");

        assertThat(body).isEqualTo(new SearchBody(new Query.Everything(), TEN_NEWEST, Map.of(), SourceFilter.ALL));
        assertThat(Bodies.READER.parameters(Map.of())).isEqualTo(body);
    }

    @Test
    void makesTheRequestOfALake() {
        SearchBody body = Bodies.read("{'size': 3}");

        var request = body.request(Set.of(Index.ASSETS), Deadline.NEVER);

        assertThat(request.selection().indices()).containsExactly(Index.ASSETS);
        assertThat(request.paging().size()).isEqualTo(3);
    }

    @Test
    void readsSizeAndFrom() {
        assertThat(Bodies.read("{'size': 0, 'from': 10000}").paging())
                .isEqualTo(new Paging(Paging.NEWEST_FIRST, 10_000, 0, List.of(), false));
    }

    @Test
    void readsEveryFormOfSort() {
        Sort newest = Sort.descending("timestamp");

        assertThat(Bodies.read("{'sort': 'hostname'}").paging().sort()).containsExactly(BY_HOST);
        assertThat(Bodies.read("{'sort': {'timestamp': 'DESC'}}").paging().sort())
                .containsExactly(newest);
        assertThat(Bodies.read("{'sort': [{'hostname.keyword': {'order': 'asc'}}, {'timestamp': 'desc'}]}")
                        .paging()
                        .sort())
                .containsExactly(BY_HOST, newest);
        assertThat(Bodies.read("{'sort': []}").paging().sort()).isEqualTo(Paging.NEWEST_FIRST);
        assertThat(Bodies.read("{'sort': [{'_id': 'desc'}]}").paging().sort()).containsExactly(Sort.descending("_id"));
    }

    @Test
    void leavesOutTheTieBreakThatLakesAdd() {
        assertThat(Bodies.read("{'sort': ['hostname', '_id']}").paging().sort()).containsExactly(BY_HOST);
    }

    @Test
    void goesOnAfterAHit() {
        assertThat(Bodies.read("{'sort': [{'timestamp': 'desc'}, 'score', 'flag', 'hostname'],"
                                + " 'search_after': [1764012345678, 1.5, 1, null, 'q1']}")
                        .paging()
                        .after())
                .containsExactly(
                        new SortValue.Whole(1_764_012_345_678L),
                        new SortValue.Decimal(1.5),
                        new SortValue.Whole(1),
                        new SortValue.Missing(),
                        new SortValue.Text("q1"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "10000, false", "10001, true"})
    void countsAsFarAsAskedOrFurther(String asked, boolean exact) {
        assertThat(Bodies.read("{'track_total_hits': " + asked + "}").paging().exactTotal())
                .isEqualTo(exact);
        assertThat(Bodies.READER
                        .parameters(Map.of("track_total_hits", asked))
                        .paging()
                        .exactTotal())
                .isEqualTo(exact);
    }

    @Test
    void readsWhichPartsOfRecordsAreWanted() {
        assertThat(Bodies.read("{'_source': true}").source()).isEqualTo(SourceFilter.ALL);
        assertThat(Bodies.read("{'_source': false}").source()).isEqualTo(SourceFilter.NONE);
        assertThat(Bodies.read("{'_source': 'a.*'}").source()).isEqualTo(new SourceFilter(List.of("a.*"), List.of()));
        assertThat(Bodies.read("{'_source': ['a', 'b']}").source())
                .isEqualTo(new SourceFilter(List.of("a", "b"), List.of()));
        assertThat(Bodies.read("{'_source': {'includes': ['a'], 'excludes': 'a.b'}}")
                        .source())
                .isEqualTo(new SourceFilter(List.of("a"), List.of("a.b")));
    }

    @Test
    void readsEveryAggregation() {
        assertThat(Bodies.read("{'aggs': {'a': {'terms': {'field': 'hostname.keyword'}},"
                                + "'b': {'cardinality': {'field': 'srcip'}}, 'c': {'sum': {'field': 'score'}},"
                                + "'d': {'min': {'field': 'score'}}, 'e': {'max': {'field': 'score'}},"
                                + "'f': {'avg': {'field': 'score'}}}}")
                        .aggregations())
                .isEqualTo(Map.of(
                        "a", new Aggregation.TopValues("hostname", 10),
                        "b", new Aggregation.Cardinality("srcip"),
                        "c", new Statistic(Statistic.Kind.SUM, "score"),
                        "d", new Statistic(Statistic.Kind.MIN, "score"),
                        "e", new Statistic(Statistic.Kind.MAX, "score"),
                        "f", new Statistic(Statistic.Kind.AVG, "score")));
    }

    @Test
    void readsAggregationsWithinBuckets() {
        assertThat(Bodies.read("{'aggregations': {'days': {'date_histogram': {'field': 'timestamp',"
                                + "'calendar_interval': 'day', 'time_zone': 'Europe/Berlin'},"
                                + "'aggs': {'hosts': {'terms': {'field': 'hostname', 'size': 3}}}}}}")
                        .aggregations())
                .isEqualTo(Map.of(
                        "days",
                        new Aggregation.DateHistogram(
                                "timestamp",
                                new Interval.Calendar(ChronoUnit.DAYS, ZoneId.of("Europe/Berlin")),
                                Map.of("hosts", new Aggregation.TopValues("hostname", 3)))));
    }

    @Test
    void readsFixedIntervals() {
        assertThat(Bodies.read("{'aggs': {'a': {'date_histogram': {'field': 'timestamp', 'fixed_interval': '30m',"
                                + "'time_zone': '+01:00'}}}}")
                        .aggregations())
                .isEqualTo(Map.of(
                        "a",
                        new Aggregation.DateHistogram(
                                "timestamp", new Interval.Fixed(Duration.ofMinutes(30), ZoneOffset.ofHours(1)))));
    }

    @Test
    void readsParameters() {
        SearchBody read = Bodies.READER.parameters(Map.of(
                "q", "username:root",
                "size", "5",
                "sort", "hostname, timestamp:desc,_id:asc",
                "search_after", "web-1,1764012345678,q1"));

        assertThat(read.query()).isEqualTo(new Query.Text("username", "root"));
        assertThat(read.paging())
                .isEqualTo(new Paging(
                        List.of(BY_HOST, Sort.descending("timestamp")),
                        0,
                        5,
                        List.of(
                                new SortValue.Text("web-1"),
                                new SortValue.Whole(1_764_012_345_678L),
                                new SortValue.Text("q1")),
                        false));
    }

    @Test
    void readsThePlaceAsJsonToo() {
        assertThat(Bodies.READER
                        .parameters(Map.of("sort", "hostname", "search_after", "[\"a,b\",\"q1\"]"))
                        .paging()
                        .after())
                .containsExactly(new SortValue.Text("a,b"), new SortValue.Text("q1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                       | there is no JSON
                    {                                        | this is not JSON at line 1, column 2
                    {} {}                                    | something follows the end of the JSON
                    1                                        | this must be an object
                    {'highlight': {}}                        | highlight: this is not supported; what can stand here: _source, aggregations, aggs, from, query, search_after, size, sort, track_total_hits
                    {'size': 1, 'size': 2}                   | size: this key comes twice
                    {'query': {'bool': {'must': [{'term': {'a': 1, 'a': 2}}]}}} | query.bool.must[0].term.a: this key comes twice
                    {'size': 10001}                          | size: this must be a whole number from 0 to 10,000
                    {'size': 1.5}                            | size: this must be a whole number from 0 to 10,000
                    {'size': -1}                             | size: this must be a whole number from 0 to 10,000
                    {'from': 9991}                           | from: from + size may be up to 10,000; use search_after to go on
                    {'from': 1, 'search_after': [1, 'a']}    | from: with search_after it must be 0
                    {'sort': [{'nothing': 'asc'}]}           | sort[0].nothing: only listed fields can be sorted by, and this is none
                    {'sort': ['_score']}                     | sort[0]: only listed fields can be sorted by, and this is none
                    {'sort': [{'hostname': 'up'}]}           | sort[0].hostname: the order is asc or desc
                    {'sort': [{'hostname': {'mode': 'min'}}]} | sort[0].hostname.mode: this is not supported; what can stand here: order
                    {'sort': ['hostname', 'hostname.keyword']} | sort[1]: this field is sorted by twice
                    {'search_after': [1]}                    | search_after: this must be the sort of a hit: 2 values for this order, the last an _id, and has 1
                    {'search_after': ['x', 'a']}             | search_after[0]: this is no value of timestamp, by which is sorted
                    {'track_total_hits': 'some'}             | track_total_hits: this must be a whole number from 0 to 2,147,483,647
                    {'_source': 1}                           | _source: this must be true, false, a list of fields, or an object of includes and excludes
                    {'aggs': {'a': {}}}                      | aggs.a: this must have one kind of aggregation, and has 0
                    {'aggs': {'a': {'percentiles': {}}}}     | aggs.a.percentiles: there is no such aggregation; there are avg, cardinality, date_histogram, max, min, sum, terms
                    {'aggs': {'a': {'terms': {}}}}           | aggs.a.terms: the key field is missing
                    {'aggs': {'a': {'terms': {'field': 'x'}}}} | aggs.a.terms: cannot count by x: it is not a listed field
                    {'aggs': {'a': {'terms': {'field': 'hostname', 'size': 10001}}}} | aggs.a.terms.size: this must be a whole number from 1 to 10,000
                    {'aggs': {'a': {'sum': {'field': 'hostname'}}}} | aggs.a.sum: sum needs a field of times or numbers, and hostname is none
                    {'aggs': {'a': {'sum': {'field': 'score'}, 'aggs': {'b': {'sum': {'field': 'score'}}}}}} | aggs.a.sum: nothing can be counted within one number
                    {'aggs': {'a': {'date_histogram': {'field': 'timestamp'}}}} | aggs.a.date_histogram: either fixed_interval or calendar_interval must be given
                    {'aggs': {'a': {'date_histogram': {'field': 'timestamp', 'fixed_interval': '1M'}}}} | aggs.a.date_histogram.fixed_interval: a fixed interval is a number of ms, s, m, h or d, such as 30m
                    {'aggs': {'a': {'date_histogram': {'field': 'timestamp', 'calendar_interval': '2d'}}}} | aggs.a.date_histogram.calendar_interval: a calendar interval is minute, hour, day, week, month or year
                    {'aggs': {'a': {'date_histogram': {'field': 'timestamp', 'calendar_interval': '1d', 'time_zone': 'Mars'}}}} | aggs.a.date_histogram.time_zone: this is not a time zone; write Europe/Berlin, +01:00 or UTC
                    {'aggs': {'a': {'terms': {'field': 'hostname'}, 'aggs': {'b': {'terms': {'field': 'hostname'}, 'aggs': {}}}}}} | aggs.a.aggs.b.aggs: aggregations are nested once
                    {'aggs': {}, 'aggregations': {}}         | aggregations: either aggs or aggregations can be given
                    """)
    void saysWhereAndWhatIsWrong(String body, String message) {
        assertThatThrownBy(() -> Bodies.read(body))
                .isInstanceOf(BadSearchException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    q            | a AND      | q: column 3: nothing follows this operator; as a word to look for it is written in quotes
                    size         | many       | size: this must be a whole number from 0 to 10,000
                    sort         | hostname:x | sort[0].hostname: the order is asc or desc
                    search_after | [1         | search_after: this is not JSON at line 1, column 3
                    query        | x          | query: there is no such parameter; there are q, from, search_after, size, sort, track_total_hits
                    """)
    void saysWhichParameterIsWrong(String name, String value, String message) {
        assertThatThrownBy(() -> Bodies.READER.parameters(Map.of(name, value)))
                .isInstanceOf(BadSearchException.class)
                .hasMessage(message)
                .extracting(error -> ((BadSearchException) error).field())
                .asString()
                .startsWith(name);
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertThatThrownBy(() -> Bodies.read("{'query': " + "[".repeat(63) + "]".repeat(63) + "}"))
                .hasMessage("query: this must be an object");
        assertThatThrownBy(() -> Bodies.read("{'query': " + "[".repeat(64) + "]".repeat(64) + "}"))
                .hasMessage("the JSON is nested deeper than 64 levels");
        assertThatThrownBy(() -> Bodies.read("[".repeat(100_000))).isInstanceOf(BadSearchException.class);
    }
}
