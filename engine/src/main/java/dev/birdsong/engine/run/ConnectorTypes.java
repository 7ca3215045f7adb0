// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The connector types that this program has.
///
/// @param all in the order in which people see them
public record ConnectorTypes(List<ConnectorType> all) {

    private static final Duration DAY = Duration.ofHours(24);

    public ConnectorTypes {
        all = List.copyOf(all);
    }

    /// The type of this name, where there is one.
    public Optional<ConnectorType> find(String type) {
        return all.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    /// The type of a connector that was made by this program.
    public ConnectorType of(String type) {
        return find(type)
                .orElseThrow(() -> new IllegalStateException("this program has no connector type '" + type + "'"));
    }

    /// The content type of this name, where the type has it.
    public static Optional<ContentType> find(ConnectorType type, String contentType) {
        return type.contentTypes().stream()
                .filter(one -> one.name().equals(contentType))
                .findFirst();
    }

    /// How often a content type of a connector is collected.
    public Duration period(Connector connector, String contentType) {
        return find(connector.general().type())
                .flatMap(type -> find(type, contentType))
                .filter(found -> found.schedule() == ContentType.Schedule.DAILY)
                .map(_ -> DAY)
                .orElse(connector.configuration().interval());
    }

    static ContentType contentType(ConnectorType type, String contentType) {
        return find(type, contentType)
                .orElseThrow(
                        () -> new IllegalStateException(type.type() + " has no content type '" + contentType + "'"));
    }
}
