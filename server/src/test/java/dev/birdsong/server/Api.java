// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the API over HTTP.
public record Api(HttpClient client, URI address, String token) {

    public static final JsonMapper JSON = JsonMapper.shared();

    /// What was answered.
    public record Answer(int status, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public long number(String pointer) {
            return json().at(pointer).asLong();
        }
    }

    /// Gets an access token for a key.
    public static Api signedIn(URI address, String key) {
        Api anonymous = anonymous(address);
        Answer answer = anonymous.send("POST", "/connect/api/v1/access_token", "", "Bearer " + key);
        if (answer.status() != 200) {
            throw new IllegalStateException("no token: " + answer.text());
        }
        return new Api(anonymous.client(), address, answer.text("/access_token"));
    }

    public static Api anonymous(URI address) {
        return new Api(HttpClient.newHttpClient(), address, "");
    }

    public Answer get(String path) {
        return send("GET", path, "", "Bearer " + token);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, text(body), "Bearer " + token);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, text(body), "Bearer " + token);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "Bearer " + token);
    }

    public Answer send(String method, String path, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (authorization.length() > "Bearer ".length()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /// The body of a create, with the fields of a connector of the simulated console.
    public static Map<String, Object> connector(String tenant, String name, String host) {
        return Map.of(
                "cust_id",
                tenant,
                "name",
                name,
                "category",
                "honeypot",
                "type",
                "thinkst_canary",
                "is_collect",
                true,
                "is_respond",
                false,
                "run_on",
                "dp",
                "conf",
                Map.of(
                        "host",
                        host,
                        "auth_token",
                        Served.CONSOLE_TOKEN,
                        "interval",
                        5,
                        "content_type",
                        java.util.List.of("incidents", "audit_trail", "devices")));
    }
}
