// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// One path of the documents that a thread has seen, with all that is worth working out only once.
final class PathNode {

    final byte[] hash;
    final Optional<FieldType> type;
    final String column;

    /// Whether a leaf here is no part of a document, since the lake itself gives it.
    final boolean given;

    private final String path;
    private final Optional<PathNode> parent;
    private final Map<String, PathNode> children = new HashMap<>();

    /// The paths that end at a dot of the name of this one, and this one.
    private final long[] ends;

    private long hasLeafIn = -1;
    private long isAboveLeafIn = -1;

    private PathNode(String path, Optional<PathNode> parent, Schema schema) {
        this.path = path;
        this.parent = parent;
        this.hash = Path.hash(path);
        this.ends = ends(path, parent.map(above -> above.path.length()).orElse(-1));
        this.type = schema.type(path);
        this.column = type.map(listed -> Layout.column(path, listed)).orElse("");
        this.given = InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).anyMatch(path::equals);
    }

    private static long[] ends(String path, int parentLength) {
        int first = parentLength == 0 ? 0 : parentLength + 1;
        IntStream dots =
                IntStream.range(Math.min(first, path.length()), path.length()).filter(i -> path.charAt(i) == '.');
        return IntStream.concat(dots, IntStream.of(path.length()))
                .mapToLong(end -> Path.number(path.substring(0, end)))
                .toArray();
    }

    static PathNode root(Schema schema) {
        return new PathNode("", Optional.empty(), schema);
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
        var child = new PathNode(Path.below(path, name), Optional.of(this), growth.schema());
        if (growth.allows(name.length() + 2L * child.path.length())) {
            children.put(name, child);
        }
        return child;
    }

    /// Notes in the shape of a document that it has a leaf here.
    void addTo(Shape shape, long document) {
        if (hasLeafIn == document) {
            return;
        }
        hasLeafIn = document;
        shape.addLeaf(ends[ends.length - 1]);
        for (PathNode node = this;
                node.isAboveLeafIn != document && node.parent.isPresent();
                node = node.parent.get()) {
            node.isAboveLeafIn = document;
            for (long end : node.ends) {
                shape.addAbove(end);
            }
        }
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
