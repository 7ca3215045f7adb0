// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// A console in memory that pages through its list as its switches say, while the list changes.
final class FakeConsole implements ScriptedOutbound.Script {

    private final Switches switches;
    private final boolean audit;
    private final LongSupplier clock;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Long> broken = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private long counter;

    FakeConsole(Switches switches, boolean audit, LongSupplier clock) {
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    /// One state of a thing in the list.
    ///
    /// @param from when it becomes visible
    /// @param until when the next state does
    record Row(String key, long id, long from, long until) {

        boolean visible(long now) {
            return from <= now && now < until;
        }

        String fact() {
            return key + "@" + id;
        }
    }

    /// Adds a thing, or changes one, so that it moves to the end of the list.
    ///
    /// @param late how long its new state stays out of sight
    long put(String key, long late) {
        long shown = clock.getAsLong() + late;
        rows.replaceAll(row -> row.key().equals(key) && row.until() == Long.MAX_VALUE
                ? new Row(row.key(), row.id(), row.from(), Math.max(row.from(), shown))
                : row);
        rows.add(new Row(key, ++counter, shown, Long.MAX_VALUE));
        return counter;
    }

    long put(String key) {
        return put(key, 0);
    }

    void skipIds(long count) {
        counter += count;
    }

    void restore(long to) {
        rows.removeIf(row -> row.id() > to);
        counter = to;
    }

    void delete(String key) {
        rows.removeIf(row -> row.key().equals(key));
    }

    void breakRecord(long id) {
        broken.add(id);
    }

    void mend() {
        broken.clear();
    }

    void refuseGivenCursors() {
        refused.addAll(given);
    }

    Set<String> facts() {
        return visible(0).stream().map(Row::fact).collect(Collectors.toSet());
    }

    Set<String> factsUpTo(long id) {
        return visible(0).stream().filter(row -> row.id() <= id).map(Row::fact).collect(Collectors.toSet());
    }

    boolean audit() {
        return audit;
    }

    private List<Row> visible(long since) {
        return rows.stream()
                .filter(row -> row.id() > since && row.visible(clock.getAsLong()))
                .sorted(Comparator.comparingLong(Row::id))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public Answer answer(URI uri) throws IOException {
        Map<String, String> query = query(uri);
        long since = Long.parseLong(query.getOrDefault(audit ? "after_id" : "incidents_since", "0"));
        String cursor = query.getOrDefault("cursor", "");
        if (cursor.isEmpty()) {
            int limit = Math.min(switches.clamp(), Integer.parseInt(query.getOrDefault("limit", "100")));
            return page(FakeCursor.first(limit, since));
        }
        if (exclusive(query) || refused.contains(cursor)) {
            return ScriptedOutbound.json(200, "{\"message\":\"Invalid cursor\",\"result\":\"error\"}");
        }
        return page(audit ? FakeCursor.of(cursor) : FakeCursor.of(cursor).with(since));
    }

    /// Whether something was sent that must not be beside a cursor.
    private boolean exclusive(Map<String, String> query) {
        return query.containsKey("limit") || (audit && query.containsKey("after_id"));
    }

    private Answer page(FakeCursor cursor) {
        List<Row> list = visible(forgets() && !cursor.first() ? 0 : cursor.since());
        FakeCursor bound = cursor.first() && switches.bound() ? cursor.boundAt(newest(list)) : cursor;
        FakePage page = FakePage.of(switches, list, bound);
        boolean more = page.more() || leadsOn(cursor);
        String next = more ? bound.at(page.place()).text(given.size()) : "";
        return ScriptedOutbound.json(200, json(page.rows(), next));
    }

    private static long newest(List<Row> list) {
        return list.isEmpty() ? 0 : list.getLast().id();
    }

    private boolean forgets() {
        return audit && switches.forgetful();
    }

    /// Whether a cursor leads to records that the first page was to leave out.
    private boolean leadsOn(FakeCursor cursor) {
        return forgets()
                && cursor.first()
                && switches.order() != Switches.Paging.UP
                && cursor.since() > 0
                && visible(0).size() > visible(cursor.since()).size();
    }

    private String json(List<Row> page, String next) {
        given.add(next);
        String cursor = next.isEmpty()
                ? switches.nulls() ? "" : "\"cursor\":{\"next\":null},"
                : "\"cursor\":{\"next\":\"" + next + "\"},";
        String list = page.stream().map(row -> row(row)).collect(Collectors.joining(","));
        String records = "\"" + (audit ? "audit_trail" : "incidents") + "\":"
                + (page.isEmpty() && switches.nulls() ? "null," : "[" + list + "],");
        return "{" + (switches.cursorFirst() ? cursor + records : records + cursor) + "\"result\":\"success\"}";
    }

    private String row(Row row) {
        if (broken.contains(row.id())) {
            return "{\"id\":\"" + row.key() + "\",,\"updated_id\":" + row.id() + "}";
        }
        return audit
                ? "{\"id\":" + row.id() + ",\"message\":\"" + row.key()
                        + "\",\"timestamp\":\"2020-04-16 13:01:58 UTC+0000\"}"
                : "{\"description\":{\"created\":\"1762757102\",\"events\":[],\"logtype\":\"4002\"},\"id\":\""
                        + row.key() + "\",\"updated_id\":" + row.id() + ",\"updated_time\":\"1762757106\"}";
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
