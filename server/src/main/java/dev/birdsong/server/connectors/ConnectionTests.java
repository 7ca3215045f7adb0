// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.Lease;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tests connections, one at a time in the whole system, whatever number of nodes there are.
public final class ConnectionTests {

    /// Held while a test runs; longer than any test lasts.
    private static final StreamKey THE_TEST = new StreamKey("", "test");
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private final Parts parts;

    public ConnectionTests(Parts parts) {
        this.parts = parts;
    }

    /// Tests this connection.
    ///
    /// @throws ApiException 409 while another test runs
    TestReport run(Assignment assignment, TestListener listener) throws InterruptedException {
        Optional<Lease> turn =
                parts.state().leases(parts.settings().node().name()).take(THE_TEST, LONGEST);
        if (turn.isEmpty()) {
            throw ApiException.conflict("test-running", "a test is running: try again when it has ended", "");
        }
        try (Lease _ = turn.get()) {
            Connector connector = assignment.connector();
            ConnectorType type = parts.types().of(connector.general().type());
            return type.test(
                    assignment.connection(parts.outbound(), parts.time()), contentTypes(type, connector), listener);
        }
    }

    private static Set<ContentType> contentTypes(ConnectorType type, Connector connector) {
        return connector.configuration().contentTypes().stream()
                .flatMap(name -> ConnectorTypes.find(type, name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
