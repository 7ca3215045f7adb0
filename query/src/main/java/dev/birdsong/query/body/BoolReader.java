// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Reads a `bool`: all of `must` and `filter`, none of `must_not`, and one of `should`, which is left to choice beside
/// `must` or `filter` unless `minimum_should_match` says otherwise.
final class BoolReader {

    private static final String SHOULD = "should";
    private static final String LEAST = "minimum_should_match";
    private static final Set<String> KEYS = Set.of("must", "filter", SHOULD, "must_not", LEAST);

    private final Function<Node, Query> clause;

    BoolReader(Function<Node, Query> clause) {
        this.clause = clause;
    }

    Query read(Node node) {
        Map<String, Node> members = node.members(KEYS);
        List<Query> all = new ArrayList<>(clauses(members, "must"));
        all.addAll(clauses(members, "filter"));
        List<Query> should = clauses(members, SHOULD);
        if (needsOne(members) && !should.isEmpty()) {
            all.add(should.size() == 1 ? should.getFirst() : new Query.Or(should));
        }
        clauses(members, "must_not").forEach(excluded -> all.add(new Query.Not(excluded)));
        return switch (all.size()) {
            case 0 -> new Query.Everything();
            case 1 -> all.getFirst();
            default -> new Query.And(all);
        };
    }

    private List<Query> clauses(Map<String, Node> members, String key) {
        Node node = members.get(key);
        return node == null ? List.of() : node.oneOrMore().stream().map(clause).toList();
    }

    private static boolean needsOne(Map<String, Node> members) {
        Node least = members.get(LEAST);
        return least == null ? !members.containsKey("must") && !members.containsKey("filter") : least.whole(0, 1) == 1;
    }
}
