// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

/// Answers to read.
final class Examples {

    static final String SSH_EVENT = """
            {"PASSWORD":"letmein","USERNAME":"root","timestamp":1762757102,"x":1.0,"big":123456789012345678901}""";

    static final String SSH_INCIDENT = """
            {"description": {"acknowledged": "False", "created": "1762757102", "description": "SSH Login Attempt",
              "dst_host": "192.168.50.220", "dst_port": "22", "events": [%s],
              "events_count": "1", "flock_id": "flock:default", "flock_name": "Default Flock", "logtype": "4002",
              "name": "files-01", "node_id": "000000004e46095c", "src_host": "192.168.50.32",
              "src_host_reverse": "laptop.example", "src_port": "55202"},
             "hash_id": "fe817692b611ed086a6d26b0f2e93298", "id": "incident:sshlogin:1", "summary": "SSH Login Attempt",
             "updated_id": 5429, "updated_time": "1762757106", "ratio": 1.0}""";

    static final String AUDIT = """
            {"action_type": "user_login", "additional_information": null, "flock_id": null, "id": 73,
             "message": "User alice@example.com logged in", "timestamp": "2020-04-03 12:56:42 UTC+0000",
             "user": "alice@example.com", "user_browser_agent": "Mozilla/5.0", "user_browser_language": "",
             "user_ip": "198.51.100.20"}""";

    static final String DEVICE = """
            {"description": "server room", "first_seen": "Tue Apr 14 2020 22:11:18 GMT+0000 (UTC)",
             "first_seen_std": "2020-04-14 22:11:18 UTC+0000", "id": "000000004e46095c", "ip_address": "192.168.50.220",
             "last_seen": "Sun Apr 26 2020 20:34:02 GMT+0000 (UTC)", "last_seen_std": "", "live": true,
             "mac_address": "00:0c:29:4e:46:09", "name": "files-01", "public_ip": "", "uptime": 1029740,
             "version": "2.3.1"}""";

    private Examples() {}

    /// A page of incidents that is not the last one.
    static String incidents(String... incidents) {
        return """
                {"cursor": {"next": "MTA=", "next_link": "https://x/?auth_token=secret", "prev": null},
                 "feed": "All Incidents", "incidents": [%s], "max_updated_id": 5429, "result": "success"}""".formatted(String.join(",", incidents));
    }

    /// An incident with these events.
    static String sshIncident(String... events) {
        return SSH_INCIDENT.formatted(String.join(",", events));
    }

    /// A page of audit records that is not the last one.
    static String audit(String... records) {
        return "{\"audit_trail\": [" + String.join(",", records)
                + "], \"cursor\": {\"next\": \"MDo2OQ==\", \"prev\": null}, \"page_count\": 2, \"result\": \"success\"}";
    }

    /// An answer with devices.
    static String devices(String... devices) {
        return "{\"devices\": [" + String.join(",", devices) + "], \"feed\": \"All Devices\", \"result\": \"success\"}";
    }
}
