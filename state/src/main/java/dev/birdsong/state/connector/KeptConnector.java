// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector;
import java.util.List;

/// A connector with what is told along with it.
///
/// @param profiles ids of the data analyzer profiles that it is in, by name; empty: no node runs it
public record KeptConnector(Connector connector, String tenantName, List<String> profiles) {

    public KeptConnector {
        profiles = List.copyOf(profiles);
    }
}
