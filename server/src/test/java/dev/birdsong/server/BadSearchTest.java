// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searches and log filters that cannot be: what is wrong is told, and where.
class BadSearchTest {

    private static final String SEARCH = "/connect/api/data/*/_search";
    private static final String FILTERS = "/connect/api/v1/log_filters";

    @TempDir
    static Path folder;

    private static Served served;
    private static Api api;

    @BeforeAll
    static void start() {
        served = Served.in(folder);
        api = served.admin();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            size=10001                         | size
            size=-1                            | size
            size=x                             | size
            size=9000&from=1001                | from
            sort=colour:desc                   | sort[0].colour
            sort=timestamp:up                  | sort[0].timestamp
            search_after=x                     | search_after
            search_after=[                     | search_after
            track_total_hits=maybe             | track_total_hits
            colour=red                         | colour
            q=srcip:10.0.0.0/33                | q
            q=(a                               | q
            q=timestamp:[5 TO                  | q
            q=a:>                              | q
            q="a                               | q
            """)
    void namesWhatIsWrongWithAParameter(String parameters, String field) {
        Api.Answer answer = new Attempt("GET", SEARCH + "?" + parameters, "").by(api);

        refused(answer, field);
        assertThat(answer.text("/error/message")).matches(field.equals("q") ? ".*column \\d+.*" : ".+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {\"size\": 10001}                                                        | size
            {\"size\": 10, \"from\": 9999}                                             | from
            {\"size\": \"x\"}                                                          | size
            {\"colour\": 1}                                                          | colour
            {\"query\": {}}                                                          | query
            {\"query\": {\"fuzzy\": {\"a\": \"b\"}}}                                       | query.fuzzy
            {\"query\": {\"bool\": {\"can\": []}}}                                       | query.bool.can
            {\"query\": {\"bool\": {\"must\": [{\"match_all\": {}}, {\"script\": {}}]}}}    | query.bool.must[1].script
            {\"query\": {\"term\": {\"a\": {\"b\": 1}}}}                                   | query.term.a.b
            {\"query\": {\"range\": {\"timestamp\": {\"above\": 1}}}}                      | query.range.timestamp.above
            {\"query\": {\"query_string\": {\"query\": \"(a\"}}}                           | query.query_string.query
            {\"sort\": [{\"colour\": \"asc\"}]}                                          | sort[0].colour
            {\"sort\": [{\"timestamp\": \"up\"}]}                                        | sort[0].timestamp
            {\"search_after\": [1]}                                                  | search_after
            {\"from\": 1, \"search_after\": [1, \"x\"]}                                  | from
            {\"aggs\": {\"a\": {\"terms\": {\"field\": \"colour\"}}}}                        | aggs.a.terms
            {\"aggs\": {\"a\": {\"terms\": {\"field\": \"srcip\", \"size\": 10001}}}}          | aggs.a.terms.size
            {\"aggs\": {\"a\": {\"top_hits\": {}}}}                                      | aggs.a.top_hits
            {\"aggs\": {\"a\": {\"date_histogram\": {\"field\": \"timestamp\"}}}}            | aggs.a.date_histogram
            {\"aggs\": {\"a\": {\"sum\": {\"field\": \"srcip\"}}}}                           | aggs.a.sum
            {\"_source\": 7}                                                         | _source
            """)
    void namesWhatIsWrongWithABody(String body, String field) {
        refused(api.post(SEARCH, body), field);
    }

    @Test
    void limitsClausesAndDepth() {
        String clauses = String.join(
                ",",
                IntStream.range(0, 1_100).mapToObj(_ -> "{\"match_all\": {}}").toList());
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);

        Api.Answer many = api.post(SEARCH, "{\"query\": {\"bool\": {\"must\": [" + clauses + "]}}}");
        Api.Answer typed = new Attempt("GET", SEARCH + "?q=" + "a OR ".repeat(1_100) + "a", "").by(api);
        Api.Answer nested = api.post(SEARCH, "{\"query\": " + deep + "}");
        Api.Answer body = api.post(FILTERS, "{\"name\": " + deep + "}");

        assertThat(List.of(many, typed, nested, body))
                .extracting(Api.Answer::status)
                .containsOnly(400);
        assertThat(many.text("/error/message")).contains("1,024");
        assertThat(typed.text("/error/message")).contains("1,024");
        assertThat(nested.text("/error/message")).contains("64");
    }

    @Test
    void knowsNoOtherIndex() {
        assertThat(api.get("/connect/api/data/secrets/_search").status()).isEqualTo(400);
        assertThat(api.get("/connect/api/data/secrets/_fields").status()).isEqualTo(400);
        refused(api.get("/connect/api/data/*/_export?format=xml"), "format");
        refused(api.get("/connect/api/data/*/_export?q=(a"), "q");
        refused(api.get("/connect/api/data/*/_search?q=a&q=b"), "q");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                                            | conditions
            \"x\"                                                           | conditions
            [7]                                                           | conditions
            [{\"operator\": \"is\", \"value\": \"x\"}]                          | conditions[0].field
            [{\"field\": \"a b\", \"operator\": \"is\", \"value\": \"x\"}]          | conditions[0].field
            [{\"field\": \"a\", \"value\": \"x\"}]                              | conditions[0].operator
            [{\"field\": \"a\", \"operator\": \"like\", \"value\": \"x\"}]          | conditions[0].operator
            [{\"field\": \"a\", \"operator\": \"is\"}]                          | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"exists\", \"value\": \"x\"}]        | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"is\", \"value\": {\"b\": 1}}]       | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"is\", \"value\": [null]}]         | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"matches\", \"value\": \"(\"}]       | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"matches\", \"value\": \"(?=x)\"}]   | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"greater_than\", \"value\": \"x\"}]  | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"in_cidr\", \"value\": \"10.0.0.0/33\"}] | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"in_cidr\", \"value\": \"x\"}]       | conditions[0].value
            [{\"field\": \"a\", \"operator\": \"is\", \"value\": \"x\", \"not\": 1}]  | conditions[0].not
            """)
    void namesWhatIsWrongWithALogFilter(String conditions, String field) {
        refused(
                api.post(FILTERS, "{\"name\": \"f\", \"cust_id\": \"all\", \"conditions\": " + conditions + "}"),
                field);
    }

    @Test
    void takesTenConditionsAndNotEleven() {
        Map<String, Object> condition = Map.of("field", "a", "operator", "is", "value", "x");
        List<Map<String, Object>> ten =
                IntStream.range(0, 10).mapToObj(_ -> condition).toList();
        List<Map<String, Object>> eleven =
                IntStream.range(0, 11).mapToObj(_ -> condition).toList();

        assertThat(api.post(FILTERS, Map.of("name", "ten", "cust_id", "all", "conditions", ten))
                        .status())
                .isEqualTo(201);
        refused(api.post(FILTERS, Map.of("name", "eleven", "cust_id", "all", "conditions", eleven)), "conditions");
        refused(api.post(FILTERS, Map.of("name", "none", "cust_id", "nobody", "conditions", ten)), "cust_id");
        refused(api.post(FILTERS + "/preview", Map.of("days", 32, "conditions", ten)), "days");
    }

    private static void refused(Api.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text("/error/field")).as(answer.text()).isEqualTo(field);
        assertThat(answer.text("/error/message")).isNotBlank().doesNotContain("\n");
    }
}
