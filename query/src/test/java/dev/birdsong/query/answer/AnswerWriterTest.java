// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.query.body.SourceFilter;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWriterTest {

    private static final Schema SCHEMA =
            InterflowFields.SCHEMA.with(List.of(new Field("flag", FieldType.BOOLEAN, "", "")));
    private static final SearchResult NOTHING = new SearchResult(0, true, false, List.of(), Map.of());

    @Test
    void writesAnAnswerWithoutHits() throws IOException {
        assertThat(written(NOTHING, Map.of(), SourceFilter.ALL))
                .isEqualTo("{\"took\":12,\"timed_out\":false,"
                        + "\"hits\":{\"total\":{\"value\":0,\"relation\":\"eq\"},\"hits\":[]}}");
    }

    @Test
    void saysThatItIsNotAll() throws IOException {
        assertThat(written(new SearchResult(7, false, true, List.of(), Map.of()), Map.of(), SourceFilter.ALL))
                .isEqualTo("{\"took\":12,\"timed_out\":true,"
                        + "\"hits\":{\"total\":{\"value\":7,\"relation\":\"gte\"},\"hits\":[]}}");
    }

    @Test
    void writesRecordsAsTheyLieInTheLake() throws IOException {
        Hit hit = hit("{\"_id\":\"q1\", \"a\": 1.50 }");

        assertThat(written(new SearchResult(2, true, false, List.of(hit, hit), Map.of()), Map.of(), SourceFilter.ALL))
                .contains("\"hits\":[{\"_index\":\"aella-syslog-2026.11\",\"_id\":\"q1\",\"_score\":null,"
                        + "\"_source\":{\"_id\":\"q1\", \"a\": 1.50 },\"sort\":[1764012345678,2.5,null,\"q1\"]},{");
    }

    @Test
    void leavesRecordsOut() throws IOException {
        var result = new SearchResult(1, true, false, List.of(hit("{}")), Map.of());

        assertThat(written(result, Map.of(), SourceFilter.NONE)).doesNotContain("_source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a       | ~~    | {'a':1.50}
                    b       | ~~    | {'b':{'c':[1,{'d':null,'e':'x'}],'f':{}}}
                    b       | b.c   | {'b':{'f':{}}}
                    b.c.d   | ~~    | {'b':{'c':[{'d':null}]}}
                    b.c     | ~~    | {'b':{'c':[1,{'d':null,'e':'x'}]}}
                    *e      | ~~    | {'b':{'c':[{'e':'x'}]}}
                    b.*.d   | ~~    | {'b':{'c':[{'d':null}]}}
                    ~~      | b     | {'a':1.50,'g.h':true}
                    g.h     | ~~    | {'g.h':true}
                    *       | *.c*  | {'a':1.50,'b':{'f':{}},'g.h':true}
                    nothing | ~~    | {}
                    """)
    void writesTheWantedParts(String include, String exclude, String expected) throws IOException {
        var filter = new SourceFilter(patterns(include), patterns(exclude));
        Hit hit = hit("{'a':1.50,'b':{'c':[1,{'d':null,'e':'x'}],'f':{}},'g.h':true}".replace('\'', '"'));

        assertThat(written(new SearchResult(1, true, false, List.of(hit), Map.of()), Map.of(), filter))
                .contains("\"_source\":" + expected.replace('\'', '"') + ",\"sort\"");
    }

    @Test
    void writesNothingOfARecordThatIsNoJson() throws IOException {
        var result = new SearchResult(1, true, false, List.of(hit("{\"a\":")), Map.of());

        assertThat(written(result, Map.of(), new SourceFilter(List.of("a"), List.of())))
                .contains("\"_source\":{},");
    }

    @Test
    void writesTermsAndWhatWasCountedWithin() throws IOException {
        var asked = new Aggregation.TopValues(
                "hostname", 10, Map.of("ports", new Aggregation.Statistic(Aggregation.Statistic.Kind.MAX, "srcport")));
        var counted = new AggregationResult.Buckets(
                List.of(new Bucket(new SortValue.Text("web"), 3, Map.of("ports", measured(new SortValue.Decimal(22))))),
                4);

        assertThat(aggregation(asked, counted))
                .isEqualTo("{\"doc_count_error_upper_bound\":0,\"sum_other_doc_count\":4,"
                        + "\"buckets\":[{\"key\":\"web\",\"doc_count\":3,\"ports\":{\"value\":22.0}}]}");
    }

    @Test
    void writesTimesInTheirZone() throws IOException {
        var asked = new Aggregation.DateHistogram(
                "timestamp", new Aggregation.Interval.Calendar(ChronoUnit.DAYS, ZoneId.of("America/New_York")));
        var counted = new AggregationResult.Buckets(List.of(new Bucket(new SortValue.Whole(1_795_496_400_000L), 3)), 0);

        assertThat(aggregation(asked, counted))
                .isEqualTo("{\"buckets\":[{\"key\":1795496400000,"
                        + "\"key_as_string\":\"2026-11-24T00:00:00.000-05:00\",\"doc_count\":3}]}");
    }

    @Test
    void writesBooleansAsNumberAndText() throws IOException {
        assertThat(aggregation(
                        new Aggregation.TopValues("flag", 10),
                        new AggregationResult.Buckets(List.of(new Bucket(new SortValue.Whole(1), 3)), 0)))
                .contains("\"buckets\":[{\"key\":1,\"key_as_string\":\"true\",\"doc_count\":3}]");
    }

    @Test
    void writesNumbers() throws IOException {
        assertThat(aggregation(new Aggregation.Cardinality("srcip"), measured(new SortValue.Whole(5))))
                .isEqualTo("{\"value\":5}");
        assertThat(aggregation(
                        new Aggregation.Statistic(Aggregation.Statistic.Kind.AVG, "srcport"),
                        measured(new SortValue.Missing())))
                .isEqualTo("{\"value\":null}");
    }

    private static AggregationResult measured(SortValue value) {
        return new AggregationResult.Measured(value);
    }

    private static String aggregation(Aggregation asked, AggregationResult counted) throws IOException {
        var result = new SearchResult(0, true, false, List.of(), Map.of("a", counted));
        return written(result, Map.of("a", asked), SourceFilter.ALL)
                .replaceFirst(".*\"aggregations\":\\{\"a\":", "")
                .replaceFirst("}}$", "");
    }

    private static List<String> patterns(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static Hit hit(String document) {
        return new Hit(
                "aella-syslog-2026.11",
                "q1",
                Document.of(document),
                List.of(
                        new SortValue.Whole(1_764_012_345_678L),
                        new SortValue.Decimal(2.5),
                        new SortValue.Missing(),
                        new SortValue.Text("q1")));
    }

    private static String written(SearchResult result, Map<String, Aggregation> asked, SourceFilter source)
            throws IOException {
        var out = new ByteArrayOutputStream();
        new AnswerWriter(SCHEMA).write(out, result, asked, source, Duration.ofMillis(12));
        return out.toString(StandardCharsets.UTF_8);
    }
}
