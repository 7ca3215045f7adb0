// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Reads `latest`: the newest record of each group.
record LatestReader(Function<Node, Query> inner) {

    Query read(Node clause) {
        Map<String, Node> members = clause.members(Set.of("by", "newest", "among"));
        Node by = members.get("by");
        Node newest = members.get("newest");
        Node among = members.get("among");
        if (by == null) {
            throw clause.problem("the key by is missing");
        }
        return new Query.Latest(
                fields(by),
                newest == null ? List.of("timestamp") : fields(newest),
                among == null ? new Query.Everything() : inner.apply(among));
    }

    private static List<String> fields(Node node) {
        return node.oneOrMore().stream().map(Node::text).map(Schema::plain).toList();
    }
}
