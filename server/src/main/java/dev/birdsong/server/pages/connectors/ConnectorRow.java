// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import java.util.List;

/// A connector as the overview shows it.
///
/// @param answer what the API says of it
/// @param type what kind it is
/// @param conf its settings
public record ConnectorRow(ConnectorAnswer answer, ConnectorType type, Conf conf) {

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

    /// The status in words.
    public String status() {
        return Labels.statuses()
                .getOrDefault(answer.status().state(), answer.status().state());
    }

    /// The search for all that it brought.
    public String search() {
        return "connector_id:" + answer.id();
    }
}
