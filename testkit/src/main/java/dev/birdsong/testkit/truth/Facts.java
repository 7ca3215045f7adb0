// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.truth;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A bag of facts: what an incident says in one version, one event of an incident, an audit record, a device. Two facts
/// are the same if they say the same, value for value.
public final class Facts {

    private final Map<String, Integer> counts = new TreeMap<>();

    /// What the simulated console holds, as its `/_truth` tells.
    public static Facts ofTruth(InputStream ndjson) throws IOException {
        Facts facts = new Facts();
        try (var lines = new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                facts.addTruth(Tree.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return facts;
    }

    /// What a lake holds.
    public static Facts ofLake(DataLake lake) {
        Facts facts = new Facts();
        var everything = new Selection(EnumSet.allOf(Index.class), new Query.Everything());
        lake.export(new TenantScope.All(), everything, hit -> {
            facts.addRecord(Tree.read(hit.document().open()));
            return true;
        });
        return facts;
    }

    /// How many there are, each as often as it is there.
    public long size() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /// Facts of the other bag that this one lacks, or has less often.
    public List<String> missing(Facts other) {
        return other.counts.entrySet().stream()
                .filter(fact -> counts.getOrDefault(fact.getKey(), 0) < fact.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private void addTruth(Object line) {
        switch (String.valueOf(Tree.at(line, "kind"))) {
            case "\"incident" -> addIncident(Tree.at(line, "incident"));
            case "\"audit" -> add("audit", Tree.at(line, "audit"));
            case "\"device" -> add("device", Tree.at(line, "device"));
            default -> {}
        }
    }

    private void addIncident(Object incident) {
        Object events = Tree.at(incident, "description", "events");
        if (events instanceof List<?> list) {
            list.forEach(event -> add("event " + Tree.at(incident, "id"), event));
        }
        add("incident", withoutEvents(incident));
    }

    private void addRecord(Object document) {
        switch (String.valueOf(Tree.at(document, "record_type"))) {
            case "\"incident" -> add("incident", withoutEvents(Tree.at(document, "thinkst_canary", "incident")));
            case "\"event" ->
                add(
                        "event " + Tree.at(document, "thinkst_canary", "incident", "id"),
                        Tree.at(document, "thinkst_canary", "event"));
            case "\"audit" -> add("audit", Tree.at(document, "thinkst_canary", "audit"));
            case "\"device" -> add("device", Tree.at(document, "thinkst_canary", "device"));
            default -> {}
        }
    }

    private static Object withoutEvents(Object incident) {
        if (!(incident instanceof Map<?, ?> members)) {
            return incident;
        }
        Map<String, Object> copy = new TreeMap<>();
        members.forEach((name, value) -> copy.put(String.valueOf(name), value));
        if (members.get("description") instanceof Map<?, ?> description) {
            Map<String, Object> rest = new TreeMap<>();
            description.forEach((name, value) -> rest.put(String.valueOf(name), value));
            rest.remove("events");
            copy.put("description", rest);
        }
        return copy;
    }

    private void add(String kind, Object said) {
        counts.merge(kind + " " + said, 1, Integer::sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return size() + " facts";
    }
}
