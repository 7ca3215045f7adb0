// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.spi.connector.Secret;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The connector of the demo, made as anybody makes one: by the API.
///
/// @param host where the simulated console answers
record DemoConnector(ApiClient api, String host, Secret token) {

    private static final String CONNECTORS = "/connect/api/v1/connectors";
    private static final String NAME = "simulated console";

    /// Makes it, or gives it the console of this start; collects from it, and tells how much came.
    void collect(PrintWriter out) throws InterruptedException {
        JsonNode made = made();
        JsonNode collected = api.post(CONNECTORS + "/" + made.path("_id").asString() + "/collect?wait=true", Map.of());
        collected.path("content_types").properties().forEach(one -> out.println(line(one)));
        out.flush();
    }

    private JsonNode made() throws InterruptedException {
        JsonNode found = api.get(CONNECTORS + "?size=1000").path("connectors");
        for (JsonNode connector : found) {
            if (connector.path("name").asString().equals(NAME)) {
                return api.put(
                        CONNECTORS + "/" + connector.path("_id").asString(),
                        Map.of("conf", conf(), "another_console", true, "active", true));
            }
        }
        return api.post(CONNECTORS, body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("cust_id", "default");
        body.put("name", NAME);
        body.put("category", "honeypot");
        body.put("type", "thinkst_canary");
        body.put("conf", conf());
        return body;
    }

    private Map<String, Object> conf() {
        return Map.of(
                "host",
                host,
                "auth_token",
                token.reveal(),
                "interval",
                1,
                "content_type",
                List.of("incidents", "audit_trail", "devices"));
    }

    private static String line(Map.Entry<String, JsonNode> contentType) {
        JsonNode round = contentType.getValue();
        JsonNode failure = round.path("failure");
        return failure.isObject()
                ? contentType.getKey() + ": " + failure.path("message").asString()
                : "%s: %,d records"
                        .formatted(
                                contentType.getKey(),
                                round.path("created").asLong()
                                        + round.path("updated").asLong());
    }
}
