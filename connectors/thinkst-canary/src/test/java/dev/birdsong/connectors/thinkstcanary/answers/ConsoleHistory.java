// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.record.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One incident as a console holds it, which lives a random life; shows it as an answer would.
final class ConsoleHistory {

    private static final long CREATED = 1762757102;

    private final Random random;
    private final List<Map<String, String>> events = new ArrayList<>();
    private final boolean timed;
    private final boolean listsTimes;
    private final boolean cutsFirst;
    private final boolean late;
    private int cap;
    private boolean nativeTypes;
    private boolean acknowledged;
    private boolean blankKeys;
    private long updatedId = 10;
    private long now = CREATED;

    ConsoleHistory(Random random) {
        this.random = random;
        timed = random.nextInt(5) > 0;
        listsTimes = random.nextBoolean();
        cutsFirst = random.nextBoolean();
        cap = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(6);
        // where a list is cut, only the times of all events tell that equal ones came out of turn
        late = random.nextInt(3) == 0 && (listsTimes || !timed || cap == Integer.MAX_VALUE);
        append();
    }

    /// Something happens.
    void live() {
        updatedId += 1 + random.nextInt(3);
        switch (random.nextInt(9)) {
            case 0 -> acknowledged = !acknowledged;
            case 1 -> enrich();
            case 2 -> nativeTypes = true;
            case 3 -> blankKeys = true;
            case 4 -> cap = cap == Integer.MAX_VALUE ? cap : cap + random.nextInt(3);
            default -> append();
        }
    }

    /// Which of all events are shown now: their indices.
    List<Integer> shownEvents() {
        int from = cutsFirst ? Math.max(0, events.size() - cap) : 0;
        int to = Math.min(events.size(), cutsFirst ? events.size() : cap);
        return IntStream.range(from, to).boxed().toList();
    }

    /// One event.
    Document event(int index) {
        return Document.of(object(events.get(index)).replace('\'', '"'));
    }

    /// The incident as it is shown now.
    String incident() {
        String shown =
                shownEvents().stream().map(i -> object(events.get(i))).collect(Collectors.joining(",", "[", "]"));
        Map<String, String> description = new TreeMap<>();
        description.put("acknowledged", acknowledged ? "'True'" : "'False'");
        description.put("created", "'" + CREATED + "'");
        description.put("events", shown);
        description.put("events_count", "'" + events.size() + "'");
        description.put("logtype", "'4002'");
        description.put("src_host", "'10.1.2.3'");
        if (listsTimes && timed) {
            description.put(
                    "events_list",
                    events.stream().map(event -> event.get("timestamp")).collect(Collectors.joining(",", "'", "'")));
        }
        Map<String, String> own = new TreeMap<>();
        own.put("description", object(description));
        own.put("id", "'incident:1'");
        own.put("updated_id", Long.toString(updatedId));
        own.put("updated_time", "'" + now + "'");
        return object(own).replace('\'', '"');
    }

    private void append() {
        if (!events.isEmpty() && random.nextInt(3) == 0) {
            Map<String, String> same =
                    new TreeMap<>(late ? events.get(random.nextInt(events.size())) : events.getLast());
            same.remove("geoip");
            events.add(same);
            return;
        }
        now += random.nextInt(3);
        Map<String, String> event = new TreeMap<>();
        event.put("PASSWORD", "'p" + random.nextInt(2) + "'");
        event.put("PORT", "22");
        if (timed) {
            event.put("timestamp", Long.toString(now));
        }
        events.add(event);
    }

    private void enrich() {
        events.get(random.nextInt(events.size())).put("geoip", "{'city':'c" + random.nextInt(1000) + "'}");
    }

    private String object(Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        if (blankKeys) {
            all.put("newer", random.nextBoolean() ? "''" : "null");
        }
        List<String> written = new ArrayList<>();
        all.forEach((name, value) -> written.add("'" + name + "': " + typed(value)));
        if (random.nextBoolean()) {
            Collections.shuffle(written, random);
        }
        return "{" + String.join(", ", written) + "}";
    }

    private String typed(String value) {
        if (!nativeTypes || random.nextBoolean()) {
            return value;
        }
        return switch (value) {
            case "'True'" -> "true";
            case "'False'" -> "false";
            default ->
                value.matches("'\\d+'") ? value.replace("'", "") : value.matches("\\d+") ? "'" + value + "'" : value;
        };
    }
}
