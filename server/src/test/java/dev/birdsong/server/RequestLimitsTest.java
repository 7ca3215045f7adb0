// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody can send more, or try more often, than is good for the others.
class RequestLimitsTest {

    private static final byte[] LARGE =
            "{\"cust_name\": \"%s\"}".formatted("x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Served served;
    private static Api api;

    @BeforeAll
    static void start() {
        served = Served.in(folder);
        api = served.admin();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void refusesABodyOverAMegabyteWhetherItsLengthIsToldOrNot() throws IOException, InterruptedException {
        List<BodyPublisher> bodies = List.of(
                BodyPublishers.ofByteArray(LARGE), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)));
        for (BodyPublisher body : bodies) {
            for (String path : List.of("/connect/api/v1/tenants", "/connect/api/data/*/_search")) {
                HttpResponse<String> answer = sent(path, "Bearer " + api.token(), body);

                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(413);
                assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
            }
        }
    }

    @Test
    void takesABodyOfLessThanAMegabyte() throws IOException, InterruptedException {
        String text = "{\"cust_name\": \"large\", \"info\": \"x\"" + " ".repeat(1_000_000) + "}";

        assertThat(sent("/connect/api/v1/tenants", "Bearer " + api.token(), BodyPublishers.ofString(text))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void makesThoseWaitWhoTryToSignInTooOften() throws IOException, InterruptedException {
        List<Integer> statuses = IntStream.range(0, 10)
                .mapToObj(_ -> api.send("POST", "/connect/api/v1/access_token", "", "Basic bm9ib2R5Ondyb25n")
                        .status())
                .toList();

        HttpResponse<String> answer =
                sent("/connect/api/v1/access_token", "Basic bm9ib2R5Ondyb25n", BodyPublishers.noBody());

        assertThat(statuses).containsOnly(401);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"too-many-attempts\"");
        List<Integer> ofOthers = IntStream.range(0, 40)
                .mapToObj(i -> api.send("POST", "/connect/api/v1/access_token", "", basic("nobody-" + i))
                        .status())
                .toList();
        assertThat(ofOthers.getLast()).as("the limit of the address").isEqualTo(429);
        // a right key is let in however many wrong ones came from its address
        assertThat(Api.signedIn(served.server().address(), Served.API_KEY).token())
                .isNotBlank();
    }

    private static String basic(String email) {
        byte[] pair = (email + ":wrong").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static HttpResponse<String> sent(String path, String authorization, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(served.server().address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
