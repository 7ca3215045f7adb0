// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Queries of all sorts over [RandomRecords], most of which find something.
public final class RandomQueries {

    private static final List<String> LISTED = List.of(
            "srcip",
            "ips",
            "srcport",
            "score",
            "flag",
            "hostname",
            "tags",
            "timestamp",
            "tenantid",
            "_id",
            "_index",
            "revision",
            "hostname.keyword");

    private static final List<String> WHOLE = List.of("timestamp", "srcport", "revision", "srcport.keyword");

    private final Random random;
    private final RandomRecords records;

    public RandomQueries(Random random) {
        this.random = random;
        this.records = new RandomRecords(random);
    }

    /// A query tree, at most so deep.
    public Query next(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> new Query.Wildcard(path(), pattern());
            case 1 -> new Query.Range(path(), bound(), bound());
            case 2 -> new Query.InNetwork(path(), network());
            case 3 -> new Query.Exists(path());
            case 4, 5 -> new Query.Text(path(), part());
            case 6 -> new Query.Not(next(depth - 1));
            case 7 -> new Query.And(some(depth));
            case 8 -> new Query.Or(some(depth));
            default -> new Query.Everything();
        };
    }

    /// A query tree, now and then over the latest of groups.
    public Query withLatest() {
        return switch (random.nextInt(8)) {
            case 0 -> latest();
            case 1 -> new Query.And(List.of(next(1), latest()));
            case 2 -> new Query.Or(List.of(next(2), new Query.Not(latest())));
            default -> next(3);
        };
    }

    private Query latest() {
        List<String> by = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(_ -> listed())
                .toList();
        List<String> newest = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> WHOLE.get(random.nextInt(WHOLE.size())))
                .toList();
        return new Query.Latest(by, newest, next(2));
    }

    private List<Query> some(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> next(depth - 1))
                .toList();
    }

    private String path() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Query.ANY;
            case 2 -> LISTED.get(random.nextInt(LISTED.size()));
            default -> RandomRecords.PATHS.get(random.nextInt(RandomRecords.PATHS.size()));
        };
    }

    /// A text that records have, or some of it.
    private String part() {
        String text = text();
        if (text.isEmpty() || random.nextBoolean()) {
            return text;
        }
        int from = text.offsetByCodePoints(0, random.nextInt(Math.min(20, text.codePointCount(0, text.length()))));
        int most = text.codePointCount(from, text.length());
        return text.substring(from, text.offsetByCodePoints(from, random.nextInt(most + 1)));
    }

    private String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "id-" + random.nextInt(30);
            case 1 -> "aella-syslog-2026.11";
            case 2 -> Integer.toString(random.nextInt(30));
            default -> records.text();
        };
    }

    private String pattern() {
        var pattern = new StringBuilder();
        part().codePoints().limit(50).forEach(c -> {
            switch (random.nextInt(6)) {
                case 0 -> pattern.append('*');
                case 1 -> pattern.append('?');
                case 2 -> pattern.append('\\').appendCodePoint(c);
                default -> pattern.appendCodePoint(c);
            }
        });
        return random.nextInt(4) == 0 ? pattern + "*" : pattern.toString();
    }

    private Bound bound() {
        return random.nextInt(4) == 0 ? new Bound.Open() : new Bound.At(part(), random.nextBoolean());
    }

    private Network network() {
        InetAddress address = Addresses.literal(random.nextBoolean() ? "10.0.0.1" : "2001:db8::1")
                .orElseThrow();
        int bits = address.getAddress().length * Byte.SIZE;
        return new Network(address, random.nextBoolean() ? bits / 4 : random.nextInt(bits + 1));
    }

    /// Some keys, each at most once.
    public List<Sort> sort() {
        List<Sort> sort = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Sort.Direction direction = random.nextBoolean() ? Sort.Direction.ASCENDING : Sort.Direction.DESCENDING;
            sort.add(new Sort(listed(), direction));
        }
        return random.nextInt(3) == 0 ? List.of(Sort.descending("timestamp")) : sort;
    }

    /// A listed path.
    public String listed() {
        return LISTED.get(random.nextInt(LISTED.size()));
    }
}
