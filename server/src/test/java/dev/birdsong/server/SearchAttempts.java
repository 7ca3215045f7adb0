// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Searches by which somebody may try to see records of others.
final class SearchAttempts {

    private static final List<String> CLAUSES = List.of(
            "{\"match_all\": {}}",
            "{\"term\": {\"tenantid\": \"<tenant>\"}}",
            "{\"term\": {\"_id\": \"<record>\"}}",
            "{\"terms\": {\"connector_id.keyword\": [\"<connector>\", \"x\"]}}",
            "{\"match\": {\"tenant_name\": \"<name>\"}}",
            "{\"match_phrase\": {\"connector_name\": \"<name>\"}}",
            "{\"range\": {\"timestamp\": {\"gte\": 0}}}",
            "{\"exists\": {\"field\": \"tenantid\"}}",
            "{\"prefix\": {\"_id\": \"a\"}}",
            "{\"wildcard\": {\"tenantid\": \"*\"}}",
            "{\"query_string\": {\"query\": \"tenantid:<tenant> OR *\"}}",
            "{\"bool\": {\"must_not\": [{\"term\": {\"tenantid\": \"<own>\"}}]}}",
            "{\"bool\": {\"should\": [{\"term\": {\"tenantid\": \"<own>\"}}, {\"term\": {\"tenantid\": \"<tenant>\"}}]}}",
            "{\"bool\": {\"must\": [{\"match_all\": {}}], \"filter\": [{\"exists\": {\"field\": \"thinkst_canary\"}}]}}");

    private static final List<String> TYPED = List.of(
            "*",
            "tenantid:<tenant>",
            "tenantid:*",
            "connector_id:<connector>",
            "_id:<record>",
            "connector_name:\"<name>\"",
            "<name>",
            "NOT tenantid:<own>",
            "tenantid:<own> OR tenantid:<tenant>",
            "(NOT x) AND (tenantid:<tenant> OR NOT tenantid:<own>)",
            "timestamp:[0 TO *]",
            "srcip:0.0.0.0/0",
            "thinkst_canary.event.MARK:*",
            "marked");

    private static final String AGGREGATIONS = """
            {"tenants": {"terms": {"field": "tenantid", "size": 100}, "aggs": {"c": {"terms": {"field": "connector_name"}}}},
             "connectors": {"terms": {"field": "connector_id.keyword"}}, "count": {"cardinality": {"field": "_id"}},
             "classes": {"terms": {"field": "msg_class"}, "aggs": {"newest": {"max": {"field": "timestamp"}}}},
             "days": {"date_histogram": {"field": "timestamp", "calendar_interval": "day"}},
             "first": {"min": {"field": "write_time"}}, "mean": {"avg": {"field": "timestamp"}},
             "sum": {"sum": {"field": "revision"}}}""";

    private static final List<String> SORTS = List.of(
            "",
            ", \"sort\": [{\"_id\": \"asc\"}]",
            ", \"sort\": [{\"tenantid\": \"desc\"}, {\"write_time\": \"asc\"}]");

    private static final List<String> DEEP = List.of(
            "{\"size\": 50, \"sort\": [{\"_id\": \"asc\"}], \"search_after\": [\"<record>\"]}",
            "{\"size\": 50, \"sort\": [{\"tenantid\": \"asc\"}], \"search_after\": [\"<tenant>\", \"<record>\"]}",
            "{\"size\": 50, \"from\": 10, \"track_total_hits\": true, \"_source\": [\"tenant_name\"]}");

    static final List<String> BODIES = Stream.of(
                    CLAUSES.stream().map(clause -> body(clause, "")),
                    Stream.of(body(CLAUSES.getFirst(), SORTS.get(2)), "{\"size\": 0, \"aggs\": " + AGGREGATIONS + "}"),
                    DEEP.stream())
            .flatMap(bodies -> bodies)
            .toList();

    static final List<String> PARAMETERS = Stream.concat(
                    TYPED.stream().map(query -> "?size=1000&q=" + query),
                    Stream.of(
                            "",
                            "?size=100&sort=_id:asc&search_after=<record>",
                            "?size=5&from=3&sort=tenantid:desc&track_total_hits=true"))
            .toList();

    static final List<String> EXPORTS = Stream.concat(
                    TYPED.stream().map(query -> "?q=" + query),
                    Stream.of("", "?format=csv", "?format=csv&fields=tenantid,tenant_name,connector_id,_id"))
            .toList();

    private SearchAttempts() {}

    /// Any search.
    static Attempt drawn(Random random) {
        String index = List.of("*", "syslog", "assets", "aella-syslog-*", "syslog,assets")
                .get(random.nextInt(5));
        String path = "/connect/api/data/" + index;
        return switch (random.nextInt(4)) {
            case 0 -> new Attempt("GET", path + "/_search?size=1000&q=" + typed(random, 2), "");
            case 1 -> new Attempt("GET", path + "/_export?q=" + typed(random, 2), "");
            case 2 -> new Attempt("GET", path + "/_fields", "");
            default -> new Attempt("POST", path + "/_search", body(clause(random, 2), more(random)));
        };
    }

    private static String typed(Random random, int depth) {
        String one = TYPED.get(random.nextInt(TYPED.size()));
        if (depth == 0 || random.nextInt(3) == 0) {
            return one;
        }
        String operator = random.nextBoolean() ? " AND " : " OR NOT ";
        return "(" + one + operator + typed(random, depth - 1) + ")";
    }

    private static String clause(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return CLAUSES.get(random.nextInt(CLAUSES.size()));
        }
        List<String> within = new ArrayList<>();
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> within.add(clause(random, depth - 1)));
        String kind = List.of("must", "should", "must_not", "filter").get(random.nextInt(4));
        return "{\"bool\": {\"" + kind + "\": [" + String.join(", ", within) + "]}}";
    }

    private static String more(Random random) {
        return SORTS.get(random.nextInt(SORTS.size())) + (random.nextBoolean() ? ", \"aggs\": " + AGGREGATIONS : "");
    }

    private static String body(String clause, String more) {
        return "{\"size\": 1000, \"query\": " + clause + more + "}";
    }
}
