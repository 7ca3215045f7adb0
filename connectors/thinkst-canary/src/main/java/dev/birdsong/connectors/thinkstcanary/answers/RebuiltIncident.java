// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.spi.record.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Puts an incident together again, as the console last showed it, from the records that a lake holds of it. The
/// digest of its events proves that they are the right ones.
public final class RebuiltIncident {

    private static final Comparator<HeldRecord> BY_VERSION = Comparator.comparing(held -> held.version());
    private static final Comparator<HeldRecord> BY_POSITION = Comparator.comparingLong(HeldRecord::fromEnd);
    private static final Comparator<HeldRecord> BY_TIME = Comparator.comparingLong(held -> held.timestamp());

    private final HeldRecord incident;
    private final List<HeldRecord> events;

    private RebuiltIncident(HeldRecord incident, List<HeldRecord> events) {
        this.incident = incident;
        this.events = events;
    }

    /// The incident as the console last showed it.
    ///
    /// @param records of one incident and its events, in the order in which they were stored
    /// @return the incident as one JSON object; nothing where there is no incident among the records, or where
    ///     its events are not, or cannot be told from others
    public static Optional<Document> of(List<Document> records) {
        List<HeldRecord> held = records.stream().map(HeldRecord::of).toList();
        List<HeldRecord> events = held.stream().filter(HeldRecord::isEvent).toList();
        return held.stream()
                .filter(one -> !one.isEvent())
                .reduce((one, later) -> BY_VERSION.compare(one, later) > 0 ? one : later)
                .flatMap(incident -> new RebuiltIncident(incident, events).rebuild());
    }

    private Optional<Document> rebuild() {
        List<List<HeldRecord>> candidates = Stream.of(
                        atPositions(HeldRecord::fromStart), atPositions(HeldRecord::fromEnd), all(), first(), last())
                .filter(this::areShown)
                .toList();
        return candidates.stream()
                .filter(this::areInOrder)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(this::together);
    }

    private int shown() {
        return (int) incident.number("shown");
    }

    private boolean areShown(List<HeldRecord> candidate) {
        return candidate.size() == shown()
                && digest(candidate).digest().equals(incident.noted().get("digest"));
    }

    private boolean areInOrder(List<HeldRecord> candidate) {
        return digest(candidate).order().equals(incident.noted().get("order"));
    }

    private static EventsDigest digest(List<HeldRecord> candidate) {
        EventsDigest digest = new EventsDigest();
        candidate.forEach(event -> digest.add(event.fingerprint()));
        return digest;
    }

    /// The newest record of each place in the list, counted from either end: a list may have been cut at the other.
    private List<HeldRecord> atPositions(ToLongFunction<HeldRecord> position) {
        long before = position.applyAsLong(incident);
        TreeMap<Long, HeldRecord> byPosition = new TreeMap<>();
        events.forEach(event -> byPosition.merge(
                position.applyAsLong(event), event, (one, later) -> BY_VERSION.compare(one, later) > 0 ? one : later));
        return List.copyOf(byPosition.subMap(before, before + shown()).values());
    }

    private List<HeldRecord> all() {
        return sorted(BY_TIME.thenComparing(BY_POSITION));
    }

    private List<HeldRecord> first() {
        List<HeldRecord> sorted =
                sorted(BY_TIME.thenComparing(BY_VERSION.reversed()).thenComparing(BY_POSITION));
        return sorted.subList(0, Math.min(shown(), sorted.size()));
    }

    private List<HeldRecord> last() {
        List<HeldRecord> sorted = sorted(BY_TIME.thenComparing(BY_VERSION).thenComparing(BY_POSITION));
        return sorted.subList(Math.max(0, sorted.size() - shown()), sorted.size());
    }

    private List<HeldRecord> sorted(Comparator<HeldRecord> order) {
        List<HeldRecord> sorted = new ArrayList<>(events);
        sorted.sort(order);
        return sorted;
    }

    private Document together(List<HeldRecord> shown) {
        Document json = incident.said().getOrDefault("incident", Document.of("{}"));
        int at = inDescription(json);
        if (shown.isEmpty() || at < 0) {
            return json;
        }
        byte[] around = json.bytes();
        Bytes whole = new Bytes().add(around, 0, at).add("\"events\":");
        char before = '[';
        for (HeldRecord event : shown) {
            whole.add(before).add(event.said().getOrDefault("event", Document.of("{}")));
            before = ',';
        }
        whole.add(']');
        return whole.add(isEmptyAfter(around, at) ? "" : ",")
                .add(around, at, around.length - at)
                .document();
    }

    /// Where the members of the description begin.
    private static int inDescription(Document incident) {
        int at = -1;
        try (JsonParser parser = Json.parser(incident.open())) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("description")) {
                    at = (int) Json.end(parser);
                }
                parser.skipChildren();
            }
        }
        return at;
    }

    private static boolean isEmptyAfter(byte[] json, int at) {
        int next = at;
        while (Character.isWhitespace(json[next])) {
            next++;
        }
        return json[next] == '}';
    }
}
