// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A connector as the overview shows it.
///
/// @param answer what the API says of it
/// @param type what kind it is
/// @param conf its settings
public record ConnectorRow(ConnectorAnswer answer, ConnectorType type, Conf conf) {

    /// What the columns are called where they are exported.
    static final List<String> HEADER = List.of(
            "Name",
            "Hostname",
            "Category",
            "Type",
            "Content Type",
            "Interval (min)",
            "Run On",
            "Tenant",
            "Status",
            "Message",
            "Last Activity",
            "Last Data Received",
            "Collect",
            "Respond");

    /// The settings of a connector, without secrets.
    ///
    /// @param interval in minutes
    /// @param start `all`, or epoch milliseconds
    public record Conf(String host, long interval, List<String> contentType, String start) {

        public Conf {
            contentType = List.copyOf(contentType);
        }
    }

    /// The content types as people know them.
    public List<String> contentTypes() {
        return type.contentTypes().stream()
                .filter(known -> conf.contentType().contains(known.name()))
                .map(ContentType::label)
                .toList();
    }

    /// A content type as people know it.
    public String label(String contentType) {
        return type.contentTypes().stream()
                .filter(known -> known.name().equals(contentType))
                .map(ContentType::label)
                .findFirst()
                .orElse(contentType);
    }

    /// The status in words.
    public String status() {
        return Labels.statuses()
                .getOrDefault(answer.status().state(), answer.status().state());
    }

    /// Its columns where they are exported; times in UTC.
    List<String> cells() {
        return List.of(
                answer.name(),
                conf.host(),
                answer.category(),
                type.displayName(),
                String.join("; ", contentTypes()),
                Long.toString(conf.interval()),
                answer.runOn(),
                answer.tenantName(),
                status(),
                answer.status().message(),
                time(answer.lastActivity()),
                time(answer.lastDataReceived()),
                answer.active() ? "Active" : "Inactive",
                "N/A");
    }

    private static String time(Optional<Long> millis) {
        return millis.map(Instant::ofEpochMilli).map(Instant::toString).orElse("");
    }

    /// The search for all that it brought.
    public String search() {
        return "connector_id:" + answer.id();
    }
}
