// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.spi.record.Document;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A page cut into records by byte offsets, with the same leaves as the real ones.
///
/// @param cursor the next page
record FloorPage(List<Made> records, Optional<String> cursor) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String COMMON =
            "\"tenantid\":\"local\",\"tenant_name\":\"Default\",\"connector_id\":\"local\",\"connector_name\":\"floor\","
                    + "\"msg_class\":\"canary_incidents\",\"msg_origin\":{\"vendor\":\"thinkst_canary\",\"source\":\"thinkst_canary\","
                    + "\"category\":\"honeypot\",\"processor\":{\"name\":\"thinkst_canary\",\"type\":\"log_collector\"}},";

    private static final List<String> CONTEXT = List.of(
            "id", "hash_id", "summary", "created", "logtype", "src_host", "node_id", "name", "flock_id", "flock_name");

    /// A record.
    record Made(String id, long timestamp, Document json) {}

    /// Where a value begins and ends in the page.
    private record Span(int from, int to) {}

    /// An event of an incident, and its own scalars.
    private record Event(Span span, Map<String, String> texts) {}

    static FloorPage read(byte[] body) {
        List<Made> records = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("incidents")) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        incident(parser, body, records);
                    }
                } else if (name.equals("cursor") && value == JsonToken.START_OBJECT) {
                    cursor = Optional.ofNullable(texts(parser).get("next"));
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new FloorPage(records, cursor);
    }

    private static Map<String, String> texts(JsonParser parser) {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, parser.getString());
            }
            parser.skipChildren();
        }
        return texts;
    }

    private static void incident(JsonParser parser, byte[] body, List<Made> records) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        Map<String, String> texts = new HashMap<>();
        List<Event> events = new ArrayList<>();
        Span list = members(parser, texts, events);
        int to = (int) parser.currentLocation().getByteOffset();
        String common = common(texts);
        long timestamp = Long.parseLong(texts.getOrDefault("updated_time", "0")) * 1_000;
        String id = texts.get("id") + texts.get("updated_id");
        String more = ",\"missing\":0,\"epoch\":0,\"updated_id\":" + texts.get("updated_id") + "}}}";
        var own = new Json(timestamp, "incident", common).add("\"thinkst_canary\":{\"incident\":");
        own.add(body, new Span(from, list.from())).add("[]").add(body, new Span(list.to(), to));
        String digests = ",\"digest\":\"" + hashed(id + " d") + "\",\"order\":\"" + hashed(id + " o") + "\"";
        own.add(",\"events\":{\"shown\":" + events.size() + digests + more);
        records.add(new Made(hashed(id), timestamp, own.document()));
        String context = context(texts);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            long time = Long.parseLong(event.texts().getOrDefault("timestamp", texts.getOrDefault("created", "0")));
            var json = new Json(time * 1_000, "event", common)
                    .add(username(event.texts()) + "\"thinkst_canary\":{\"incident\":{" + context + "},\"event\":")
                    .add(body, event.span())
                    .add(",\"events\":{\"position\":" + i + more);
            records.add(new Made(hashed(id + " " + i), time * 1_000, json.document()));
        }
    }

    /// As long and as random as the lake's ids.
    private static String hashed(String id) {
        UUID hash = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String username(Map<String, String> event) {
        return Stream.of("USERNAME", "USER")
                .flatMap(name -> Optional.ofNullable(event.get(name)).stream())
                .findFirst()
                .map(name -> "\"username\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\",")
                .orElse("");
    }

    private static Span members(JsonParser parser, Map<String, String> texts, List<Event> events) {
        Span list = new Span(0, 0);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("description")) {
                list = members(parser, texts, events);
            } else if (value == JsonToken.START_ARRAY && name.equals("events")) {
                list = events(parser, events);
            } else if (value.isScalarValue()) {
                texts.putIfAbsent(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return list;
    }

    private static Span events(JsonParser parser, List<Event> events) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int event = (int) parser.currentTokenLocation().getByteOffset();
            Map<String, String> texts = texts(parser);
            events.add(new Event(new Span(event, (int) parser.currentLocation().getByteOffset()), texts));
        }
        return new Span(from, (int) parser.currentLocation().getByteOffset());
    }

    private static String common(Map<String, String> texts) {
        return COMMON + "\"srcip\":\"" + texts.getOrDefault("src_host", "") + "\",\"srcport\":\""
                + texts.getOrDefault("src_port", "") + "\",\"dstip\":\"" + texts.getOrDefault("dst_host", "")
                + "\",\"dstport\":\"" + texts.getOrDefault("dst_port", "") + "\",\"hostname\":\""
                + texts.getOrDefault("name", "") + "\",\"event_name\":\"" + texts.getOrDefault("summary", "")
                + "\",\"event_class\":\"attack\",\"severity\":\"high\",\"mitre\":{\"technique\":{\"id\":\"T1110\",\"name\":\"Brute Force\"}},";
    }

    private static String context(Map<String, String> texts) {
        StringBuilder context = new StringBuilder();
        for (String name : CONTEXT) {
            context.append(context.isEmpty() ? "\"" : ",\"").append(name).append("\":\"");
            context.append(texts.getOrDefault(name, "")).append('"');
        }
        return context.toString();
    }

    private static final class Json {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(2_048);

        Json(long timestamp, String type, String common) {
            add("{\"timestamp\":" + timestamp + "," + common + "\"record_type\":\"" + type + "\",");
        }

        Json add(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Json add(byte[] body, Span span) {
            out.write(body, span.from(), span.to() - span.from());
            return this;
        }

        Document document() {
            return Document.owning(out.toByteArray());
        }
    }
}
