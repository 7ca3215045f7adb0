// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.record.Index;
import java.util.Set;

/// One stream of a connector.
///
/// @param name as settings and programs name it, such as `incidents`
/// @param label as people read it, such as "Incidents"
/// @param msgClass the `msg_class` of its records
/// @param indices where its records go
/// @param schedule how often it is collected
public record ContentType(String name, String label, String msgClass, Set<Index> indices, Schedule schedule) {

    public ContentType {
        indices = Set.copyOf(indices);
    }

    /// How often a content type is collected.
    public enum Schedule {
        /// As often as the connector's interval says.
        INTERVAL,
        /// Every 24 hours, whatever the connector's interval.
        DAILY
    }
}
