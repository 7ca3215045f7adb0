// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.answer;

import dev.birdsong.query.body.SourceFilter;
import dev.birdsong.spi.record.Document;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/// Copies as much of a record as is wanted. An object or list is written once something in it is.
final class SourceCopy {

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final byte[] NOTHING = {'{', '}'};

    private final SourceFilter filter;
    private final JsonParser parser;
    private final JsonGenerator out;
    private final Deque<Open> open = new ArrayDeque<>();

    private SourceCopy(SourceFilter filter, JsonParser parser, JsonGenerator out) {
        this.filter = filter;
        this.parser = parser;
        this.out = out;
    }

    /// An object or list that was entered.
    private static final class Open {

        private final String path;
        private final boolean isObject;
        private final boolean wanted;
        private boolean written;
        private String name = "";

        Open(String path, boolean isObject, boolean wanted) {
            this.path = path;
            this.isObject = isObject;
            this.wanted = wanted;
        }
    }

    /// What is wanted of a record; of one that is no JSON nothing.
    static byte[] of(Document document, SourceFilter filter) {
        var bytes = new ByteArrayOutputStream();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document.open());
                JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new SourceCopy(filter, parser, out).copy();
        } catch (JacksonException _) {
            return NOTHING;
        }
        return bytes.toByteArray();
    }

    private void copy() {
        parser.nextToken();
        open.addLast(new Open("", true, false));
        write();
        for (JsonToken token = parser.nextToken(); !open.isEmpty(); token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                member();
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                leave();
            } else {
                value(open.getLast().path, open.getLast().wanted);
            }
        }
    }

    private void member() {
        Open parent = open.getLast();
        parent.name = parser.currentName();
        String path = parent.path.isEmpty() ? parent.name : parent.path + '.' + parent.name;
        parser.nextToken();
        if (filter.excludes(path)) {
            parser.skipChildren();
        } else {
            value(path, parent.wanted || filter.includes(path));
        }
    }

    private void value(String path, boolean wanted) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            open.addLast(new Open(path, token == JsonToken.START_OBJECT, wanted));
            if (wanted) {
                write();
            }
        } else if (wanted) {
            write();
            beginMember(open.getLast());
            out.copyCurrentEventExact(parser);
        }
    }

    /// Writes the beginnings of all that was entered.
    private void write() {
        Open parent = null;
        for (Open each : open) {
            if (!each.written) {
                if (parent != null) {
                    beginMember(parent);
                }
                begin(each);
            }
            parent = each;
        }
    }

    private void beginMember(Open parent) {
        if (parent.isObject) {
            out.writeName(parent.name);
        }
    }

    private void begin(Open each) {
        each.written = true;
        if (each.isObject) {
            out.writeStartObject();
        } else {
            out.writeStartArray();
        }
    }

    private void leave() {
        Open done = open.removeLast();
        if (done.written && done.isObject) {
            out.writeEndObject();
        } else if (done.written) {
            out.writeEndArray();
        }
    }
}
