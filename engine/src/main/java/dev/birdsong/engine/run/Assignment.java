// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.record.Origin;
import java.util.List;

/// Everything that a round of a connector needs to know, as it is when the round starts.
public record Assignment(Connector connector, String tenantName, Secret authToken, List<LogFilter> filters) {

    public Assignment {
        filters = List.copyOf(filters);
    }

    /// All that a collector, a test or a ping needs to reach the console.
    public Connection connection(Outbound outbound, Connection.Time time) {
        Connector.General general = connector.general();
        Connector.Configuration configuration = connector.configuration();
        var origin = new Origin(general.tenantId(), tenantName, connector.sourceKey(), connector.id(), general.name());
        StartFrom start = configuration
                .start()
                .map(moment -> new StartFrom(moment.toEpochMilli()))
                .orElse(StartFrom.ALL);
        return new Connection(origin, configuration.host(), authToken, outbound, time, start);
    }
}
