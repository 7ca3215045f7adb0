// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.truth;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Reads facts one by one, in constant memory, and hands over the kind of each and all that it says. Two facts are the
/// same if both texts are.
///
/// @param sink takes them
public record FactReader(BiConsumer<String, String> sink) {

    /// What the simulated console holds, as its `/_truth` tells.
    public void truth(InputStream ndjson) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                addTruth(Members.of(Document.of(line)));
            }
        }
    }

    /// What a lake holds.
    public void lake(DataLake lake) {
        var everything = new Selection(EnumSet.allOf(Index.class), new Query.Everything());
        lake.export(new TenantScope.All(), everything, hit -> {
            addRecord(Members.of(hit.document()));
            return true;
        });
    }

    private void addTruth(Object line) {
        switch (String.valueOf(Members.at(line, "kind"))) {
            case "incident" -> addIncident(Members.at(line, "incident"));
            case "audit" -> add("audit", Members.at(line, "audit"));
            case "device" -> add("device", Members.at(line, "device"));
            default -> {}
        }
    }

    private void addIncident(Object incident) {
        Object events = Members.at(incident, "description", "events");
        if (events instanceof List<?> list) {
            list.forEach(event -> add("event " + Members.at(incident, "id"), event));
        }
        add("incident", withoutEvents(incident));
    }

    private void addRecord(Object document) {
        switch (String.valueOf(Members.at(document, "record_type"))) {
            case "incident" -> add("incident", withoutEvents(Members.at(document, "thinkst_canary", "incident")));
            case "event" ->
                add(
                        "event " + Members.at(document, "thinkst_canary", "incident", "id"),
                        Members.at(document, "thinkst_canary", "event"));
            case "audit" -> add("audit", Members.at(document, "thinkst_canary", "audit"));
            case "device" -> add("device", Members.at(document, "thinkst_canary", "device"));
            default -> {}
        }
    }

    private static Object withoutEvents(Object incident) {
        Map<String, Object> rest = new TreeMap<>(Members.object(Members.at(incident, "description")));
        rest.remove("events");
        Map<String, Object> copy = new TreeMap<>(Members.object(incident));
        copy.put("description", rest);
        return copy;
    }

    private void add(String kind, Object said) {
        sink.accept(kind, String.valueOf(said));
    }
}
