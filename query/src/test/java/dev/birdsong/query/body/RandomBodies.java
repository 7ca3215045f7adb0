// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies of all sorts: some are right, most are a little wrong, and some are no JSON.
final class RandomBodies {

    private static final List<String> FIELDS = List.of(
            "srcip",
            "srcport",
            "hostname",
            "timestamp",
            "score",
            "flag",
            "_id",
            "_index",
            "x.y",
            "hostname.keyword",
            "*",
            "");
    private static final List<String> SCALARS = List.of(
            "1",
            "0",
            "-5",
            "2026",
            "1e400",
            "1.5",
            "true",
            "null",
            "\"\"",
            "\"root\"",
            "\"now-5h\"",
            "\"a AND\"",
            "\"10.0.0.0/8\"",
            "\"10.0.0.0/99\"",
            "\"2026-11-24\"",
            "\"asc\"",
            "\"desc\"",
            "\"username:root\"",
            "\"*\"",
            "\"\\ud800\"",
            "\"1d\"",
            "\"Europe/Berlin\"",
            "99999999999999999999",
            "[]",
            "{}");
    private static final List<String> KEYS = List.of(
            "query",
            "size",
            "from",
            "sort",
            "search_after",
            "track_total_hits",
            "_source",
            "aggs",
            "bool",
            "must",
            "filter",
            "should",
            "must_not",
            "minimum_should_match",
            "term",
            "terms",
            "match",
            "match_phrase",
            "range",
            "exists",
            "prefix",
            "wildcard",
            "query_string",
            "field",
            "value",
            "gt",
            "gte",
            "lt",
            "lte",
            "order",
            "date_histogram",
            "fixed_interval",
            "calendar_interval",
            "time_zone",
            "cardinality",
            "sum",
            "includes",
            "excludes",
            "a\\nb");

    private final Random random;

    RandomBodies(Random random) {
        this.random = random;
    }

    byte[] next() {
        String body = random.nextInt(4) == 0 ? any(4) : right();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /// Parameters of all sorts.
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = random.nextInt(4) == 0 ? "q" : one(KEYS);
            parameters.put(name, random.nextBoolean() ? one(SCALARS) : one(FIELDS) + ":" + one(FIELDS));
        }
        return parameters;
    }

    private String any(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> one(SCALARS);
            case 1 -> "[" + some(() -> any(depth - 1)) + "]";
            default -> "{" + some(() -> "\"" + key() + "\":" + any(depth - 1)) + "}";
        };
    }

    private String right() {
        return "{" + some(this::member) + "}";
    }

    private String member() {
        return switch (random.nextInt(6)) {
            case 0 -> "\"size\":" + random.nextInt(20);
            case 1 -> "\"sort\":[{\"" + one(FIELDS) + "\":\"" + (random.nextBoolean() ? "asc" : "desc") + "\"}]";
            case 2 -> "\"aggs\":{\"a\":" + aggregation(true) + "}";
            case 3 -> "\"_source\":[" + some(() -> "\"" + one(FIELDS) + "\"") + "]";
            case 4 -> "\"track_total_hits\":true";
            default -> "\"query\":" + clause(3);
        };
    }

    private String clause(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> "{\"term\":{" + named() + "}}";
            case 1 -> "{\"terms\":{\"" + one(FIELDS) + "\":[" + some(() -> one(SCALARS)) + "]}}";
            case 2 -> "{\"range\":{\"" + one(FIELDS) + "\":{\"gte\":" + one(SCALARS) + "}}}";
            case 3 -> "{\"exists\":{\"field\":\"" + one(FIELDS) + "\"}}";
            case 4 -> "{\"match_phrase\":{" + named() + "}}";
            case 5 -> "{\"match\":{" + named() + "}}";
            case 6 -> "{\"prefix\":{" + named() + "}}";
            case 7 -> "{\"wildcard\":{" + named() + "}}";
            default ->
                "{\"bool\":{\"must\":[" + some(() -> clause(depth - 1)) + "],\"should\":[" + clause(depth - 1) + "]}}";
        };
    }

    private String named() {
        return "\"" + one(FIELDS) + "\":" + one(SCALARS);
    }

    private String aggregation(boolean outer) {
        String field = "{\"field\":\"" + one(FIELDS) + "\"}";
        String within = outer && random.nextBoolean() ? ",\"aggs\":{\"b\":" + aggregation(false) + "}" : "";
        return switch (random.nextInt(4)) {
            case 0 -> "{\"sum\":" + field + "}";
            case 1 -> "{\"cardinality\":" + field + "}";
            case 2 -> "{\"date_histogram\":{\"field\":\"timestamp\",\"calendar_interval\":\"1d\"}" + within + "}";
            default -> "{\"terms\":" + field + within + "}";
        };
    }

    private String some(Supplier<String> one) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> one.get()).collect(Collectors.joining(","));
    }

    private String key() {
        return random.nextInt(4) == 0 ? one(FIELDS) : one(KEYS);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
