// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.query.FieldValues;
import dev.birdsong.query.QueryException;
import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.query.Words;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the clauses of a `query`.
final class QueryReader {

    private final Map<String, Function<Node, Query>> clauses = Map.ofEntries(
            Map.entry("bool", this::bool),
            Map.entry("term", this::term),
            Map.entry("terms", this::terms),
            Map.entry("match", this::match),
            Map.entry("match_phrase", this::phrase),
            Map.entry("match_all", QueryReader::everything),
            Map.entry("range", this::range),
            Map.entry("exists", QueryReader::exists),
            Map.entry("latest", this::latest),
            Map.entry("prefix", clause -> pattern(clause, QueryReader::prefix)),
            Map.entry("wildcard", clause -> pattern(clause, text -> text)),
            Map.entry("query_string", this::queryString));
    private final FieldValues values;
    private final QueryParser parser;
    private final Clauses count;

    QueryReader(FieldValues values, QueryParser parser, Clauses count) {
        this.values = values;
        this.parser = parser;
        this.count = count;
    }

    /// A field and what is said of it.
    private record Named(String path, Node value) {

        static Named of(Node clause) {
            Map.Entry<String, Node> field = clause.only("the name of a field");
            return new Named(Schema.plain(field.getKey()), field.getValue());
        }

        /// The value, which stands alone or in an object under this key.
        Node argument(String key, String... more) {
            if (!value.isObject()) {
                return value;
            }
            Node argument = value.members(java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(key), java.util.stream.Stream.of(more))
                            .collect(Collectors.toSet()))
                    .get(key);
            if (argument == null) {
                throw value.problem("the key " + key + " is missing");
            }
            return argument;
        }
    }

    Query read(Node node) {
        Map.Entry<String, Node> clause = node.only("the name of a clause");
        Function<Node, Query> reader = clauses.get(clause.getKey());
        if (reader == null) {
            throw clause.getValue().problem("there is no such clause; there are " + Node.listed(clauses.keySet()));
        }
        count.add(clause.getValue(), 1);
        return reader.apply(clause.getValue());
    }

    /// What people type.
    Query parse(Node node, String text) {
        try {
            Query query = parser.parse(text);
            count.add(node, leaves(query));
            return query;
        } catch (QueryException e) {
            throw node.problem(String.valueOf(e.getMessage()));
        }
    }

    private static int leaves(Query query) {
        return switch (query) {
            case Query.And(List<Query> all) ->
                all.stream().mapToInt(QueryReader::leaves).sum();
            case Query.Or(List<Query> any) ->
                any.stream().mapToInt(QueryReader::leaves).sum();
            case Query.Not(Query excluded) -> leaves(excluded);
            case Query.Latest(var _, var _, Query among) -> leaves(among);
            case Query.Everything _, Query.Text _, Query.Wildcard _, Query.Range _, Query.InNetwork _, Query.Exists _ ->
                1;
        };
    }

    private Query bool(Node clause) {
        return new BoolReader(this::read).read(clause);
    }

    private Query term(Node clause) {
        Named field = Named.of(clause);
        return equal(field.path(), field.argument("value"));
    }

    private Query terms(Node clause) {
        Named field = Named.of(clause);
        List<Node> all = field.value().elements();
        count.add(field.value(), Math.max(0, all.size() - 1));
        return new Query.Or(
                all.stream().map(value -> equal(field.path(), value)).toList());
    }

    private Query equal(String path, Node value) {
        String text = value.scalar();
        return value.reading(() -> values.equal(path, text, value.isNumber()));
    }

    private Query phrase(Node clause) {
        Named field = Named.of(clause);
        return equal(field.path(), field.argument("query"));
    }

    /// One of the words, or all; a field that is no text has values instead of words.
    private Query match(Node clause) {
        Named field = Named.of(clause);
        Node text = field.argument("query", "operator");
        boolean all = field.value().isObject() && operator(field.value());
        List<String> words = Words.of(text.scalar());
        if (values.type(field.path()) != FieldType.TEXT || words.size() < 2) {
            return equal(field.path(), text);
        }
        count.add(text, words.size() - 1);
        List<Query> each = words.stream()
                .<Query>map(word -> new Query.Text(field.path(), word))
                .toList();
        return all ? new Query.And(each) : new Query.Or(each);
    }

    private static boolean operator(Node match) {
        Node operator = match.members().get("operator");
        if (operator == null) {
            return false;
        }
        String name = operator.text().toLowerCase(Locale.ROOT);
        if (!name.equals("and") && !name.equals("or")) {
            throw operator.problem("the operator is and or or");
        }
        return name.equals("and");
    }

    private static Query everything(Node clause) {
        clause.members(Set.of());
        return new Query.Everything();
    }

    private Query range(Node clause) {
        Named field = Named.of(clause);
        Map<String, Node> ends = field.value().members(Set.of("gt", "gte", "lt", "lte"));
        Bound from = bound(
                field,
                ends,
                "gt",
                "gte",
                (end, inclusive) ->
                        end.reading(() -> values.lower(field.path(), end.scalar(), end.isNumber(), inclusive)));
        Bound to = bound(
                field,
                ends,
                "lt",
                "lte",
                (end, inclusive) ->
                        end.reading(() -> values.upper(field.path(), end.scalar(), end.isNumber(), inclusive)));
        return from instanceof Bound.Open && to instanceof Bound.Open
                ? new Query.Exists(field.path())
                : new Query.Range(field.path(), from, to);
    }

    private static Bound bound(
            Named field, Map<String, Node> ends, String without, String with, BiFunction<Node, Boolean, Bound> reader) {
        if (ends.containsKey(without) && ends.containsKey(with)) {
            throw field.value().problem("either " + without + " or " + with + " can be given");
        }
        boolean inclusive = ends.containsKey(with);
        Node end = ends.get(inclusive ? with : without);
        return end == null || end.isNothing() ? new Bound.Open() : reader.apply(end, inclusive);
    }

    private static Query exists(Node clause) {
        Node field = clause.members(Set.of("field")).get("field");
        if (field == null) {
            throw clause.problem("the key field is missing");
        }
        return new Query.Exists(Schema.plain(field.text()));
    }

    private Query latest(Node clause) {
        return new LatestReader(this::read).read(clause);
    }

    private static Query pattern(Node clause, Function<String, String> pattern) {
        Named field = Named.of(clause);
        return new Query.Wildcard(
                field.path(), pattern.apply(field.argument("value").scalar()));
    }

    private static String prefix(String text) {
        return text.replaceAll("[*?\\\\]", "\\\\$0") + '*';
    }

    private Query queryString(Node clause) {
        Node query = clause.members(Set.of("query")).get("query");
        if (query == null) {
            throw clause.problem("the key query is missing");
        }
        return parse(query, query.text());
    }
}
