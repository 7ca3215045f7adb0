// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.query.Words;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Says whether a record matches a query, word for word as the query tree's comments put it.
final class Matching {

    private final Schema schema;
    private final Map<Query.Latest, Set<Stored>> latest = new HashMap<>();
    private final List<Stored> seen;

    /// @param seen the records that groups are made of
    Matching(Schema schema, List<Stored> seen) {
        this.schema = schema;
        this.seen = seen;
    }

    boolean matches(Query query, Stored record) {
        return switch (query) {
            case Query.Everything() -> true;
            case Query.Text(String path, String text) -> hasText(record, Schema.plain(path), text);
            case Query.Wildcard(String path, String pattern) -> hasMatch(record, Schema.plain(path), pattern);
            case Query.Range(String path, Bound from, Bound to) -> isBetween(record, Schema.plain(path), from, to);
            case Query.InNetwork(String path, Network network) -> isIn(record, Schema.plain(path), network);
            case Query.Exists(String path) -> exists(record, Schema.plain(path));
            case Query.And(List<Query> all) -> all.stream().allMatch(one -> matches(one, record));
            case Query.Or(List<Query> any) -> any.stream().anyMatch(one -> matches(one, record));
            case Query.Not(Query excluded) -> !matches(excluded, record);
            case Query.Latest groups -> latest(groups).contains(record);
        };
    }

    private Set<Stored> latest(Query.Latest groups) {
        Set<Stored> known = latest.get(groups);
        if (known != null) {
            return known;
        }
        List<Stored> among =
                seen.stream().filter(record -> matches(groups.among(), record)).toList();
        Set<Stored> newest = new Groups(schema, groups).newest(among);
        latest.put(groups, newest);
        return newest;
    }

    private static boolean isGiven(String path) {
        return InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).anyMatch(path::equals);
    }

    private static boolean anyText(Stored record, String path, Predicate<String> wanted) {
        return path.equals(Query.ANY)
                ? record.leaves().stream().map(Leaves.Leaf::text).anyMatch(wanted)
                : record.texts(path).stream().anyMatch(wanted);
    }

    private boolean hasText(Stored record, String path, String text) {
        if (isGiven(path)) {
            return record.texts(path).contains(path.equals("_index") ? Words.folded(text) : text);
        }
        boolean isAddress = schema.type(path).equals(Optional.of(FieldType.IP));
        return anyText(
                record,
                path,
                leaf -> LeafText.whole(leaf).equals(LeafText.whole(text))
                        || hasWords(leaf, Words.of(text))
                        || (isAddress && isSameAddress(leaf, text)));
    }

    private static boolean hasWords(String leaf, List<String> words) {
        return !words.isEmpty() && Collections.indexOfSubList(LeafText.words(leaf), words) >= 0;
    }

    private static boolean isSameAddress(String one, String other) {
        Optional<InetAddress> address = Addresses.literal(one);
        return address.isPresent() && address.equals(Addresses.literal(other));
    }

    private static boolean hasMatch(Stored record, String path, String pattern) {
        return switch (path) {
            case "_id" -> Pattern.matches(pattern, record.id());
            case "_index" -> Pattern.matches(Words.folded(pattern), record.partition());
            case "write_time", "revision" -> false;
            default -> anyText(record, path, leaf -> isMatch(leaf, Words.folded(pattern)));
        };
    }

    private static boolean isMatch(String leaf, String pattern) {
        return Pattern.matches(pattern, LeafText.whole(leaf))
                || LeafText.words(leaf).stream().anyMatch(word -> Pattern.matches(pattern, word));
    }

    private boolean isBetween(Stored record, String path, Bound from, Bound to) {
        FieldType type = path.equals("_id") || path.equals("_index")
                ? FieldType.TEXT
                : schema.type(path).orElse(FieldType.TEXT);
        return anyText(record, path, leaf -> new Between(type, path, from, to).contains(leaf));
    }

    private static boolean isIn(Stored record, String path, Network network) {
        return !isGiven(path)
                && anyText(
                        record,
                        path,
                        leaf -> Addresses.literal(leaf)
                                .filter(network::contains)
                                .isPresent());
    }

    private static boolean exists(Stored record, String path) {
        return isGiven(path)
                || record.leaves().stream()
                        .anyMatch(leaf -> path.equals(Query.ANY)
                                || leaf.path().equals(path)
                                || leaf.path().startsWith(path + '.'));
    }

    /// Whether a leaf lies between two ends.
    private record Between(FieldType type, String path, Bound from, Bound to) {

        boolean contains(String leaf) {
            return switch (type) {
                case LONG, DATE, DOUBLE, IP ->
                    SortValue.of(type, leaf).isPresent() && isWithin(from, leaf, 1) && isWithin(to, leaf, -1);
                case TEXT, BOOLEAN -> isTextWithin(from, leaf, 1) && isTextWithin(to, leaf, -1);
            };
        }

        private boolean isWithin(Bound bound, String leaf, int side) {
            return switch (bound) {
                case Bound.Open() -> true;
                case Bound.At(String value, boolean inclusive) ->
                    SortValue.of(type, value)
                            .map(end -> Comparing.values(
                                    type, SortValue.of(type, leaf).orElseThrow(), end))
                            .filter(order -> order == 0 ? inclusive : Integer.signum(order) == side)
                            .isPresent();
            };
        }

        private boolean isTextWithin(Bound bound, String leaf, int side) {
            boolean isId = path.equals("_id");
            return switch (bound) {
                case Bound.Open() -> true;
                case Bound.At(String value, boolean inclusive) -> {
                    int order = Comparing.texts(isId ? leaf : LeafText.whole(leaf), isId ? value : Words.folded(value));
                    yield order == 0 ? inclusive : Integer.signum(order) == side;
                }
            };
        }
    }
}
