// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic.Kind;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.record.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Reads `aggs`.
final class AggregationReader {

    private static final int SIZE = 10;
    private static final Set<String> NESTED = Set.of("aggs", "aggregations");

    private final Map<String, BiFunction<Node, Map<String, Aggregation>, Aggregation>> kinds = Map.of(
            "terms", AggregationReader::terms,
            "date_histogram", AggregationReader::histogram,
            "cardinality", measure(Aggregation.Cardinality::new),
            "sum", measure(field -> new Aggregation.Statistic(Kind.SUM, field)),
            "min", measure(field -> new Aggregation.Statistic(Kind.MIN, field)),
            "max", measure(field -> new Aggregation.Statistic(Kind.MAX, field)),
            "avg", measure(field -> new Aggregation.Statistic(Kind.AVG, field)));
    private final Schema schema;
    private final Clauses count;

    AggregationReader(Schema schema, Clauses count) {
        this.schema = schema;
        this.count = count;
    }

    /// Those of the search, which can be nested once.
    Map<String, Aggregation> read(Node node) {
        Map<String, Aggregation> aggregations = new LinkedHashMap<>();
        node.members().forEach((name, member) -> aggregations.put(name, outer(member)));
        return aggregations;
    }

    private Aggregation outer(Node node) {
        Map<String, Aggregation> within = new LinkedHashMap<>();
        nested(node)
                .forEach((_, inner) -> inner.members().forEach((name, member) -> {
                    nested(member).values().stream().findFirst().ifPresent(deeper -> {
                        throw deeper.problem("aggregations are nested once");
                    });
                    within.put(name, one(member, Map.of()));
                }));
        return one(node, within);
    }

    private static Map<String, Node> nested(Node node) {
        Map<String, Node> nested = new TreeMap<>(node.members());
        nested.keySet().retainAll(NESTED);
        if (nested.size() > 1) {
            throw node.problem("either aggs or aggregations can be given");
        }
        return nested;
    }

    private Aggregation one(Node node, Map<String, Aggregation> within) {
        Map<String, Node> members = node.members();
        members.keySet().removeAll(NESTED);
        if (members.size() != 1) {
            throw node.problem("this must have one kind of aggregation, and has " + members.size());
        }
        Map.Entry<String, Node> kind = members.entrySet().iterator().next();
        BiFunction<Node, Map<String, Aggregation>, Aggregation> reader = kinds.get(kind.getKey());
        if (reader == null) {
            throw kind.getValue().problem("there is no such aggregation; there are " + Node.listed(kinds.keySet()));
        }
        count.add(kind.getValue(), 1);
        return checked(kind.getValue(), reader.apply(kind.getValue(), within));
    }

    private Aggregation checked(Node node, Aggregation aggregation) {
        try {
            SearchLimits.check(aggregation, schema);
            return aggregation;
        } catch (SearchRefusedException e) {
            throw node.problem(String.valueOf(e.getMessage()));
        }
    }

    private static BiFunction<Node, Map<String, Aggregation>, Aggregation> measure(
            java.util.function.Function<String, Aggregation> made) {
        return (node, within) -> {
            if (!within.isEmpty()) {
                throw node.problem("nothing can be counted within one number");
            }
            return made.apply(field(node, node.members(Set.of("field"))));
        };
    }

    private static Aggregation terms(Node node, Map<String, Aggregation> within) {
        Map<String, Node> members = node.members(Set.of("field", "size"));
        Node size = members.get("size");
        return new Aggregation.TopValues(
                field(node, members), size == null ? SIZE : size.whole(1, SearchLimits.BUCKETS), within);
    }

    private static Aggregation histogram(Node node, Map<String, Aggregation> within) {
        Map<String, Node> members = node.members(Set.of("field", "fixed_interval", "calendar_interval", "time_zone"));
        return new Aggregation.DateHistogram(field(node, members), IntervalReader.read(node, members), within);
    }

    private static String field(Node node, Map<String, Node> members) {
        Node field = members.get("field");
        if (field == null) {
            throw node.problem("the key field is missing");
        }
        return Schema.plain(field.text());
    }
}
