// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import java.util.List;
import java.util.Optional;

/// The connector types that this program has.
///
/// @param all in the order in which people see them
public record ConnectorTypes(List<ConnectorType> all) {

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

    static ContentType contentType(ConnectorType type, String contentType) {
        return find(type, contentType)
                .orElseThrow(
                        () -> new IllegalStateException(type.type() + " has no content type '" + contentType + "'"));
    }
}
