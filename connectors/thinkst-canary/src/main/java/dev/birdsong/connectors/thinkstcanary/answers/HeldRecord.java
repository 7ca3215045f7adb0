// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Members;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// A record of an incident or of an event, read back: what the console said, and what was noted about events.
///
/// @param record as the lake holds it
/// @param said what the console said, by its name beside others
/// @param noted what was noted about events
record HeldRecord(LakeRecord record, Map<String, Document> said, Map<String, String> noted) {

    static HeldRecord of(LakeRecord record) {
        HeldRecord held = new HeldRecord(record, new HashMap<>(), new HashMap<>());
        byte[] json = record.document().bytes();
        try (JsonParser parser = Json.parser(record.document().open())) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (name.equals("thinkst_canary")) {
                    held.readSaid(parser, json);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return held;
    }

    boolean isEvent() {
        return said.containsKey("event");
    }

    long number(String name) {
        return ConsoleNumber.of(noted.getOrDefault(name, "")).orElse(0);
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

    private void readSaid(JsonParser parser, byte[] json) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int start = (int) Json.start(parser);
            if (name.equals("events")) {
                readNoted(parser);
            } else {
                parser.skipChildren();
                said.put(name, Document.owning(Arrays.copyOfRange(json, start, (int) Json.end(parser))));
            }
        }
    }

    private void readNoted(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            noted.put(name, Json.text(parser));
        }
    }
}
