// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import java.util.List;
import java.util.Map;

/// A column of the table of records.
///
/// @param path of the field that it shows
/// @param label what stands above it
public record Column(String path, String label) {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("msg_class", "Class"),
            Map.entry("event_name", "Event"),
            Map.entry("severity", "Severity"),
            Map.entry("srcip", "Source"),
            Map.entry("hostname", "Device"),
            Map.entry("hostip", "Address"),
            Map.entry("username", "User"),
            Map.entry("tenant_name", "Tenant"),
            Map.entry("last_seen", "Last seen"),
            Map.entry("first_seen", "First seen"),
            Map.entry("thinkst_canary.event.PASSWORD", "Password"),
            Map.entry("thinkst_canary.device.live", "Live"),
            Map.entry("thinkst_canary.device.version", "Version"));
    private static final List<String> FIRST = List.of(
            "event_name",
            "severity",
            "event_class",
            "srcip",
            "srcip_host",
            "username",
            "thinkst_canary.event.PASSWORD",
            "hostname",
            "dstport",
            "record_type",
            "msg_class",
            "tenant_name",
            "connector_name");
    private static final List<String> EVENTS =
            List.of("msg_class", "event_name", "severity", "srcip", "hostname", "username");
    private static final List<String> ASSETS =
            List.of("hostname", "hostip", "thinkst_canary.device.live", "last_seen", "thinkst_canary.device.version");

    /// Of this field.
    static Column of(String path) {
        return new Column(path, LABELS.getOrDefault(path, path));
    }

    /// Where a field stands among those that can be chosen: the usual ones first, ids and names of parts last.
    static int rank(String path) {
        int usual = FIRST.indexOf(path);
        if (usual >= 0) {
            return usual;
        }
        return path.startsWith("_") || path.startsWith("msg_origin.") ? FIRST.size() + 1 : FIRST.size();
    }

    /// What is shown where nobody chose.
    static List<String> usual(String index) {
        return index.equals("assets") ? ASSETS : EVENTS;
    }
}
