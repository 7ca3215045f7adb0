// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.engine.connector.Connector.General;
import dev.birdsong.spi.connector.Secret;
import java.util.List;

/// A connector as it is asked for.
///
/// @param profiles names of the data analyzer profiles whose nodes shall run it
public record NewConnector(
        General general, Configuration configuration, Collecting collecting, List<String> profiles, Secret authToken) {

    public NewConnector {
        profiles = List.copyOf(profiles);
    }
}
