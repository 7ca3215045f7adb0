// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.Sort.Direction;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads which of the hits are wanted, and in which order.
final class PagingReader {

    private static final int SIZE = 10;
    private static final String ID = "_id";

    private final Schema schema;

    PagingReader(Schema schema) {
        this.schema = schema;
    }

    Paging read(Map<String, Node> members) {
        List<Sort> sort = sort(Optional.ofNullable(members.get("sort")));
        List<SortValue> after = after(Optional.ofNullable(members.get("search_after")), sort);
        int size = whole(members, "size", SIZE);
        int from = whole(members, "from", 0);
        if (from + size > SearchLimits.HITS) {
            throw new BadSearchException("from", "from + size may be up to 10,000; use search_after to go on");
        }
        if (from > 0 && !after.isEmpty()) {
            throw new BadSearchException("from", "with search_after it must be 0");
        }
        return new Paging(sort, from, size, after, exactTotal(members));
    }

    private static int whole(Map<String, Node> members, String key, int otherwise) {
        Node node = members.get(key);
        return node == null ? otherwise : node.whole(0, SearchLimits.HITS);
    }

    /// Up to 10,000 are always counted exactly.
    private static boolean exactTotal(Map<String, Node> members) {
        Node node = members.get("track_total_hits");
        if (node == null) {
            return false;
        }
        return switch (node.scalar()) {
            case "true" -> true;
            case "false" -> false;
            default -> node.whole(0, Integer.MAX_VALUE) > SearchLimits.HITS;
        };
    }

    /// The keys without a last one that only says what is so anyway: that ties are broken by id.
    private List<Sort> sort(Optional<Node> node) {
        List<Sort> sort = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Node key : node.map(Node::oneOrMore).orElseGet(List::of)) {
            Sort one = key(key);
            if (!fields.add(one.field())) {
                throw key.problem("this field is sorted by twice");
            }
            sort.add(one);
        }
        if (sort.isEmpty()) {
            return Paging.NEWEST_FIRST;
        }
        return sort.getLast().equals(Sort.ascending(ID)) ? sort.subList(0, sort.size() - 1) : sort;
    }

    private Sort key(Node node) {
        if (!node.isObject()) {
            return new Sort(listed(node, node.text()), Direction.ASCENDING);
        }
        Map.Entry<String, Node> key = node.only("the name of a field");
        Node order = key.getValue();
        if (order.isObject()) {
            Node given = order.members(Set.of("order")).get("order");
            order = given == null ? new Node(order.path(), new Json.Text("asc")) : given;
        }
        return new Sort(listed(key.getValue(), key.getKey()), direction(order));
    }

    private String listed(Node where, String field) {
        if (schema.type(field).isEmpty()) {
            throw where.problem("only listed fields can be sorted by, and this is none");
        }
        return Schema.plain(field);
    }

    private static Direction direction(Node node) {
        return switch (node.text().toLowerCase(Locale.ROOT)) {
            case "asc" -> Direction.ASCENDING;
            case "desc" -> Direction.DESCENDING;
            default -> throw node.problem("the order is asc or desc");
        };
    }

    private List<SortValue> after(Optional<Node> node, List<Sort> sort) {
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> values = node.get().elements();
        if (values.size() != sort.size() + 1) {
            throw node.get()
                    .problem("this must be the sort of a hit: " + (sort.size() + 1)
                            + " values for this order, the last an _id, and has " + values.size());
        }
        List<SortValue> after = new ArrayList<>();
        for (int i = 0; i < sort.size(); i++) {
            after.add(value(values.get(i), sort.get(i).field()));
        }
        after.add(new SortValue.Text(values.getLast().scalar()));
        return after;
    }

    private SortValue value(Node node, String field) {
        if (node.isNothing()) {
            return new SortValue.Missing();
        }
        FieldType type = schema.type(field).orElse(FieldType.TEXT);
        return SortValue.of(type == FieldType.BOOLEAN && node.isNumber() ? FieldType.LONG : type, node.scalar())
                .orElseThrow(() -> node.problem("this is no value of " + field + ", by which is sorted"));
    }
}
