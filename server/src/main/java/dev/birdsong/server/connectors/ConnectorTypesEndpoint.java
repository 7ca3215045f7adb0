// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.run.ConnectorTypes;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue: which connector types there are, and what each can do and needs.
@RestController
public final class ConnectorTypesEndpoint {

    private final List<ConnectorTypeAnswer> answers;

    /// The catalogue as it is answered.
    public record Answer(int total, List<ConnectorTypeAnswer> connectorTypes) {

        public Answer {
            connectorTypes = List.copyOf(connectorTypes);
        }
    }

    public ConnectorTypesEndpoint(ConnectorTypes types) {
        this.answers = types.all().stream().map(ConnectorTypeAnswer::of).toList();
    }

    /// All of it.
    @GetMapping("/connect/api/v1/connector_types")
    public Answer list() {
        return new Answer(answers.size(), answers);
    }
}
