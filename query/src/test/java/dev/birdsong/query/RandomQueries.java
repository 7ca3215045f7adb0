// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static dev.birdsong.query.Trees.OPEN;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Random trees of every kind that a query text can say.
final class RandomQueries {

    private static final List<String> PATHS = List.of(
            Query.ANY,
            "username",
            "a b",
            "or",
            "x:y",
            "-z",
            "thinkst_canary.event.HEADERS.X-Évil",
            "back\\slash",
            "q\"");
    private static final List<String> TEXTS = List.of(
            "root",
            "",
            " ",
            "AND",
            "a:b",
            "C:\\",
            "\\\\host",
            "*",
            "?",
            "\"",
            "10.0.0.0/8",
            "/x/",
            "x~2",
            "日本 🐦",
            "(",
            "\n");
    private static final List<String> PATTERNS =
            List.of("a*", "?", "*x?", "\\**", "\\\\?", "a:b*", "\"*", "( *", "-*", "/*/", "or?", "~*", "*^", "ä*");

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    Query next(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> new Query.Everything();
            case 1 -> new Query.Text(one(PATHS), one(TEXTS));
            case 2 -> new Query.Wildcard(one(PATHS), one(PATTERNS));
            case 3 -> range();
            case 4 -> new Query.InNetwork(one(PATHS), network());
            case 5 -> new Query.Exists(one(PATHS.subList(1, PATHS.size())));
            case 6 -> new Query.And(some(depth - 1));
            case 7 -> new Query.Or(some(depth - 1));
            default -> new Query.Not(next(depth - 1));
        };
    }

    private List<Query> some(int depth) {
        return Stream.generate(() -> next(depth)).limit(2 + random.nextInt(3)).toList();
    }

    private Query range() {
        return switch (random.nextInt(4)) {
            case 0 -> range(one(PATHS), one(TEXTS), one(TEXTS));
            case 1 -> range("srcport", Integer.toString(random.nextInt()), Integer.toString(random.nextInt()));
            case 2 -> range("srcip", "10.0.0.1", "2001:db8::1");
            default -> range("timestamp", "1762757102000", Long.toString(random.nextLong(100_000_000_000L) + 10_000));
        };
    }

    private Query range(String path, String from, String to) {
        return switch (random.nextInt(3)) {
            case 0 -> new Query.Range(path, OPEN, at(to));
            case 1 -> new Query.Range(path, at(from), OPEN);
            default -> new Query.Range(path, at(from), at(to));
        };
    }

    private Bound at(String value) {
        return new Bound.At(value, random.nextBoolean());
    }

    private Network network() {
        byte[] address = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(address);
        try {
            return new Network(InetAddress.getByAddress(address), random.nextInt(address.length * 8 + 1));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
