// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a tree as someone might type it, choosing at random between the ways of saying the same.
final class QueryPrinter {

    /// An escape, which stays, or a sign that would mean something else.
    private static final Pattern PATTERN_SIGN = Pattern.compile("\\\\.|[^\\p{L}\\p{N}*?]");

    private final Random random;

    QueryPrinter(Random random) {
        this.random = random;
    }

    String print(Query query) {
        return switch (query) {
            case Query.Everything() -> one("*", "*:*", "(*)", "_exists_:*");
            case Query.Text(String path, String text) -> field(path) + quoted(text);
            case Query.Wildcard(String path, String pattern) -> field(path) + escapedPattern(pattern);
            case Query.Range(String path, Bound from, Bound to) -> field(path) + range(from, to);
            case Query.InNetwork(String path, Network network) ->
                field(path) + "(" + network.address().getHostAddress() + "/" + network.prefix() + ")";
            case Query.Exists(String path) -> random.nextBoolean() ? "_exists_:" + escaped(path) : field(path) + "*";
            case Query.And(List<Query> all) -> joined(all, " AND ", " && ", " and ", " ");
            case Query.Or(List<Query> any) -> joined(any, " OR ", " || ", " or ");
            case Query.Latest _ -> throw new IllegalArgumentException("nobody can type this");
            case Query.Not(Query excluded) -> one("NOT ", "!", "-", "not ") + operand(excluded);
        };
    }

    private String joined(List<Query> parts, String... joins) {
        return parts.stream().map(this::operand).collect(Collectors.joining(one(joins)));
    }

    private String operand(Query query) {
        boolean compound = query instanceof Query.And || query instanceof Query.Or;
        return compound || random.nextInt(5) == 0 ? "( " + print(query) + ")" : print(query);
    }

    private String range(Bound from, Bound to) {
        return (from instanceof Bound.At(String value, boolean with) ? (with ? "[" : "{") + quoted(value) : "[*")
                + one(" TO ", " to ", "  TO\t")
                + (to instanceof Bound.At(String value, boolean with) ? quoted(value) + (with ? "]" : "}") : "*]");
    }

    private String field(String path) {
        return path.equals(Query.ANY) ? "*:" : escaped(path) + one(":", ": ");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escaped(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._]", "\\\\$0");
    }

    private static String escapedPattern(String pattern) {
        return PATTERN_SIGN
                .matcher(pattern)
                .replaceAll(sign ->
                        Matcher.quoteReplacement(sign.group().startsWith("\\") ? sign.group() : "\\" + sign.group()));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
