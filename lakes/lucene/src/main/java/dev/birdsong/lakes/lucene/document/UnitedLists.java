// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.Document;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// Unites top-level lists of two states of a record: what the earlier one had comes first, and nothing comes twice.
///
/// A scalar counts as a list of one; blank strings, nulls, and values that are neither string nor number nor boolean
/// are dropped. A list of which nothing remains is left out. A document that is no JSON stays as it is.
public final class UnitedLists {

    private UnitedLists() {}

    /// The newer document with its lists united with those of the earlier one.
    public static Document unite(Document earlier, Document newer, List<String> names) {
        if (names.isEmpty()) {
            return newer;
        }
        Map<String, Set<Scalar>> lists = new LinkedHashMap<>();
        names.forEach(name -> lists.put(name, new LinkedHashSet<>()));
        Stream.of(earlier, newer).forEach(document -> read(document, lists));
        try {
            return written(newer, lists, name -> !lists.containsKey(name));
        } catch (JacksonException _) {
            return newer;
        }
    }

    /// An object with nothing but these lists.
    public static Document only(Document document, List<String> names) {
        Map<String, Set<Scalar>> lists = new LinkedHashMap<>();
        names.forEach(name -> lists.put(name, new LinkedHashSet<>()));
        read(document, lists);
        return written(Document.of("{}"), lists, _ -> false);
    }

    private static void read(Document document, Map<String, Set<Scalar>> lists) {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), document.open())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                @Nullable Set<Scalar> list = lists.get(parser.currentName());
                parser.nextToken();
                if (list != null) {
                    list.addAll(scalars(parser));
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException _) {
            // what was read before counts: no content makes a put fail
        }
    }

    private static List<Scalar> scalars(JsonParser parser) {
        List<Scalar> scalars = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            addScalar(parser, scalars);
            return scalars;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            addScalar(parser, scalars);
        }
        return scalars;
    }

    private static void addScalar(JsonParser parser, List<Scalar> scalars) {
        boolean isScalar = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
        if (isScalar && !parser.getString().isBlank()) {
            scalars.add(new Scalar(parser.getString(), parser.currentToken() == JsonToken.VALUE_STRING));
        }
        parser.skipChildren();
    }

    private static Document written(Document document, Map<String, Set<Scalar>> lists, Predicate<String> kept) {
        var bytes = new ByteArrayOutputStream();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), document.open());
                JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                copy(parser, out, kept);
            }
            lists.forEach((name, list) -> writeList(out, name, list));
            out.writeEndObject();
        }
        return Document.owning(bytes.toByteArray());
    }

    private static void copy(JsonParser parser, JsonGenerator out, Predicate<String> kept) {
        String name = parser.currentName();
        parser.nextToken();
        if (kept.test(name)) {
            out.writeName(name);
            out.copyCurrentStructureExact(parser);
        } else {
            parser.skipChildren();
        }
    }

    private static void writeList(JsonGenerator out, String name, Set<Scalar> list) {
        if (list.isEmpty()) {
            return;
        }
        out.writeName(name);
        out.writeStartArray();
        for (Scalar scalar : list) {
            if (scalar.quoted()) {
                out.writeString(scalar.text());
            } else {
                out.writeRawValue(scalar.text());
            }
        }
        out.writeEndArray();
    }

    private record Scalar(String text, boolean quoted) {}
}
