// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.spi.connector.Secret;
import java.util.List;

/// Everything that a round of a connector needs to know, as it is when the round starts.
public record Assignment(Connector connector, String tenantName, Secret authToken, List<LogFilter> filters) {

    public Assignment {
        filters = List.copyOf(filters);
    }
}
