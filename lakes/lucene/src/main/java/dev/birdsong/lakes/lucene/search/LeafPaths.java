// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The paths of a document's leaves; of a text that stops being JSON, those before that.
final class LeafPaths {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final Set<String> GIVEN =
            InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).collect(Collectors.toUnmodifiableSet());

    private final Deque<String> containers = new ArrayDeque<>();
    private final Set<String> paths = new HashSet<>();

    private LeafPaths() {}

    static Set<String> of(BytesRef document) {
        var found = new LeafPaths();
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), document.bytes, document.offset, document.length)) {
            found.read(parser);
        } catch (JacksonException _) {
            return found.paths;
        }
        return found.paths;
    }

    private void read(JsonParser parser) {
        String path = "";
        for (@Nullable JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                path = below(containers.getLast(), parser.currentName());
            } else if (token.isStructStart()) {
                containers.addLast(path);
            } else if (token.isStructEnd()) {
                path = containers.removeLast();
            } else if (token != JsonToken.VALUE_NULL && !GIVEN.contains(path)) {
                paths.add(path);
            }
        }
    }

    /// A path that is too long to grow stands for all below it.
    private static String below(String parent, String name) {
        if (parent.length() >= LeafText.LONGEST) {
            return parent;
        }
        return LeafText.beginning(parent.isEmpty() ? name : parent + '.' + name);
    }
}
