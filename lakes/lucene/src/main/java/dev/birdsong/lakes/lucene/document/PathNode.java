// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One path of the documents that a thread has seen, with all that is worth working out only once.
final class PathNode {

    final byte[] hash;
    final byte[] utf8;
    final Optional<FieldType> type;
    final String column;

    /// Whether a leaf here is no part of a document, since the lake itself gives it.
    final boolean given;

    /// The last document that had a leaf here.
    long seenIn = -1;

    private final String path;
    private final Map<String, PathNode> children = new HashMap<>();

    private PathNode(String path, Schema schema) {
        this.path = path;
        this.hash = Path.hash(path);
        this.given = InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).anyMatch(path::equals);
        this.utf8 = path.getBytes(StandardCharsets.UTF_8);
        this.type = schema.type(path);
        this.column = type.map(listed -> Layout.column(path, listed)).orElse("");
    }

    static PathNode root(Schema schema) {
        return new PathNode("", schema);
    }

    /// The node of a name below this one; where the path is too long to grow, this one.
    PathNode child(String name, Growth growth) {
        PathNode known = children.get(name);
        if (known != null) {
            return known;
        }
        return path.length() >= LeafText.LONGEST ? this : grow(name, growth);
    }

    private PathNode grow(String name, Growth growth) {
        var child = new PathNode(Path.below(path, name), growth.schema());
        if (growth.allows(name.length() + 2L * child.path.length())) {
            children.put(name, child);
        }
        return child;
    }

    /// Keeps the tree small, whatever names an attacker makes up.
    static final class Growth {

        private static final long MOST = 4_000_000;

        private final Schema schema;
        private long characters;

        Growth(Schema schema) {
            this.schema = schema;
        }

        Schema schema() {
            return schema;
        }

        boolean allows(long more) {
            characters += more;
            return !isSpent();
        }

        boolean isSpent() {
            return characters > MOST;
        }
    }
}
