// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A list of the console, and how pages of it are asked for.
///
/// Grown incidents leave their place in the list of incidents and take a new one; audit records stay where they are.
enum Feed {
    INCIDENTS("/api/v1/incidents/all", "incidents_since"),
    AUDIT("/api/v1/audit_trail/fetch", "after_id"),
    DEVICES("/api/v1/devices/all", "");

    private final String path;
    private final String since;

    Feed(String path, String since) {
        this.path = path;
        this.since = since;
    }

    /// Path and query of the first page of what is newer than an id.
    String first(long newerThan, int limit) {
        Map<String, String> query = filters(newerThan);
        query.put("limit", Integer.toString(limit));
        return with(query);
    }

    /// Path and query of one record that is newer than an id, as small as the console can make it.
    String one(long newerThan) {
        return small(newerThan, 1);
    }

    /// The same for several.
    String small(long newerThan, int limit) {
        Map<String, String> query = filters(newerThan);
        query.put("limit", Integer.toString(limit));
        if (this == INCIDENTS) {
            query.put("event_limit", "1");
        }
        return with(query);
    }

    /// Path and query of a later page. A cursor of incidents holds no filters, so that they are repeated; the audit
    /// trail takes either `after_id` or a cursor. Neither takes `limit` beside a cursor.
    String next(long newerThan, String cursor) {
        Map<String, String> query = this == AUDIT ? new LinkedHashMap<>() : filters(newerThan);
        query.put("cursor", cursor);
        return with(query);
    }

    /// Whether records leave their place in the list when they change.
    boolean moves() {
        return this == INCIDENTS;
    }

    /// Path of a list that has no pages.
    String all() {
        return path;
    }

    private Map<String, String> filters(long newerThan) {
        Map<String, String> query = new LinkedHashMap<>();
        if (this == INCIDENTS || newerThan > 0) {
            query.put(since, Long.toString(newerThan));
        }
        if (this == INCIDENTS) {
            query.put("shrink", "false");
        }
        return query;
    }

    private String with(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
