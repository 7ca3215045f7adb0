// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import java.util.List;

/// A page of a list of connectors.
///
/// @param total how many there are on all pages
public record ConnectorPage(long total, List<KeptConnector> connectors) {

    public ConnectorPage {
        connectors = List.copyOf(connectors);
    }
}
