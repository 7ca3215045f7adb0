// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Members;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A record of an incident or of an event, read back: what the console said, and what was noted about events.
///
/// @param timestamp when it happened
/// @param said what the console said, by its name beside others
/// @param noted what was noted about events
record HeldRecord(long timestamp, Map<String, Document> said, Map<String, String> noted) {

    static HeldRecord of(Document record) {
        Map<String, Document> said = new HashMap<>();
        Map<String, String> noted = new HashMap<>();
        long timestamp = 0;
        try (JsonParser parser = Json.parser(record.open())) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                boolean object = parser.nextToken() == JsonToken.START_OBJECT;
                if (name.equals("timestamp")) {
                    timestamp = parser.getLongValue();
                } else if (object && name.equals("thinkst_canary")) {
                    readSaid(parser, record.bytes(), said, noted);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new HeldRecord(timestamp, said, noted);
    }

    boolean isEvent() {
        return said.containsKey("event");
    }

    long number(String name) {
        return ConsoleNumber.of(noted.getOrDefault(name, "")).orElse(0);
    }

    /// How new the state is in which it was stored.
    Version version() {
        return new Version(number("epoch"), number("updated_id"));
    }

    /// Its place in the whole list, if that was never cut at its beginning.
    long fromStart() {
        return number("position");
    }

    /// Its place in the whole list, if that was never cut at its end.
    long fromEnd() {
        return number("position") + number("missing");
    }

    /// What the console said of the event, hashed as it was when it was read.
    Hash fingerprint() {
        Canonical canonical = new Canonical();
        try (JsonParser parser =
                Json.parser(said.getOrDefault("event", Document.of("{}")).open())) {
            parser.nextToken();
            canonical.read(parser, Members.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a record", e);
        }
        MessageDigest digest = Hash.sha256();
        canonical.addTo(digest, Set.of());
        return Hash.end(digest);
    }

    private static void readSaid(
            JsonParser parser, byte[] json, Map<String, Document> said, Map<String, String> noted) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int start = (int) Json.start(parser);
            if (name.equals("events")) {
                readNoted(parser, noted);
            } else {
                parser.skipChildren();
                said.put(name, Document.owning(Arrays.copyOfRange(json, start, (int) Json.end(parser))));
            }
        }
    }

    private static void readNoted(JsonParser parser, Map<String, String> noted) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            noted.put(name, Json.text(parser));
        }
    }
}
