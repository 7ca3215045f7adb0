// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.api;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Asks a server by its API, signed in with an API key. Gets a new access token where the old one no longer holds.
/// Used by one thread.
public final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI server;
    private final Secret key;
    private String token = "";

    /// @param server where it answers, such as `http://127.0.0.1:8080`
    public ApiClient(URI server, Secret key) {
        this.server = server;
        this.key = key;
    }

    /// Asks for something.
    ///
    /// @throws ApiException if it is refused, or the server does not answer
    public JsonNode get(String path) throws InterruptedException {
        return ask("GET", path, "");
    }

    /// Sends something new.
    ///
    /// @throws ApiException if it is refused, or the server does not answer
    public JsonNode post(String path, Object body) throws InterruptedException {
        return ask("POST", path, JSON.writeValueAsString(body));
    }

    /// Sends a question, and gives the answer as it stands.
    ///
    /// @throws ApiException if it is refused, or the server does not answer
    public String postForText(String path, Object body) throws InterruptedException {
        HttpResponse<String> response = asked("POST", path, JSON.writeValueAsString(body));
        checked(response);
        return response.body();
    }

    /// Sends what changes.
    ///
    /// @throws ApiException if it is refused, or the server does not answer
    public JsonNode put(String path, Object body) throws InterruptedException {
        return ask("PUT", path, JSON.writeValueAsString(body));
    }

    private JsonNode ask(String method, String path, String body) throws InterruptedException {
        return content(asked(method, path, body));
    }

    private HttpResponse<String> asked(String method, String path, String body) throws InterruptedException {
        if (token.isEmpty()) {
            signIn();
        }
        HttpResponse<String> response = send(method, path, body, token);
        if (response.statusCode() == UNAUTHORIZED) {
            signIn();
            response = send(method, path, body, token);
        }
        return response;
    }

    private void signIn() throws InterruptedException {
        JsonNode answer = content(send("POST", "/connect/api/v1/access_token", "", key.reveal()));
        token = answer.path("access_token").asString();
    }

    private HttpResponse<String> send(String method, String path, String body, String bearer)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ApiException(
                    "no server answers at " + server + " (" + e.getClass().getSimpleName()
                            + "); start one with 'birdsong serve', or check the address",
                    e);
        }
    }

    private JsonNode content(HttpResponse<String> response) {
        checked(response);
        return json(response.body());
    }

    private void checked(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return;
        }
        JsonNode error = json(response.body()).path("error");
        String message = error.path("message").asString("");
        throw new ApiException(
                message.isEmpty() ? server + " answers with status " + response.statusCode() : message,
                response.statusCode(),
                error.path("field").asString(""));
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
