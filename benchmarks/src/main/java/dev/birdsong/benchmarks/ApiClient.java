// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Uses the API of a server as a script would, and gets a new token when the old one has ended.
final class ApiClient {

    private static final int THREADS = 8;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String key;
    private volatile String token;

    ApiClient(URI address, String key) {
        this.address = address;
        this.key = key;
        this.token = fresh();
    }

    private String fresh() {
        return field(send("POST", "/connect/api/v1/access_token", "", key).body(), "access_token");
    }

    String get(String path) {
        return sent("GET", path, "");
    }

    String put(String path, String body) {
        return sent("PUT", path, body);
    }

    /// Makes something, and answers with this field of it.
    String made(String path, String body, String field) {
        return field(sent("POST", path, body), field);
    }

    String value(String path, String field) {
        return field(get(path), field);
    }

    <T> List<T> inParallel(int number, IntFunction<T> call) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int index = 0; index < number; index++) {
                int each = index;
                futures.add(threads.submit(() -> call.apply(each)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e);
        }
    }

    private String sent(String method, String path, String body) {
        HttpResponse<String> response = send(method, path, body, token);
        if (response.statusCode() == UNAUTHORIZED) {
            token = fresh();
            response = send(method, path, body, token);
        }
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(String method, String path, String body, String bearer) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }
}
