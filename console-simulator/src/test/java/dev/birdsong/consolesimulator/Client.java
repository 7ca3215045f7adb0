// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// Asks a simulated console with Java's own HTTP client.
final class Client implements AutoCloseable {

    static final String TOKEN = "simulated-token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    Client(SimulatedConsole console) {
        root = "http://" + console.host();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("X-Canary-Auth-Token", TOKEN);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofInputStream());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Json json(String path) throws IOException, InterruptedException {
        return Json.parse(get(path).body());
    }

    /// The incidents of all pages of a feed.
    List<Json> walk(String path, String separator, int limit) throws IOException, InterruptedException {
        var all = new ArrayList<Json>();
        Json page = json(path + separator + "limit=" + limit);
        all.addAll(page.at("incidents").list());
        while (page.has("cursor")
                && !page.at("cursor").isNull()
                && !page.at("cursor.next").isNull()) {
            page = json(path + separator + "cursor=" + page.at("cursor.next").text());
            all.addAll(page.at("incidents").list());
        }
        return all;
    }

    /// The records of all pages of the audit trail.
    List<Json> audit(String query, int limit) throws IOException, InterruptedException {
        String path = "/api/v1/audit_trail/fetch?" + query;
        Json page = json(path + "&limit=" + limit);
        var all = new ArrayList<>(page.at("audit_trail").list());
        while (!page.at("cursor.next").isNull()) {
            page = json(path + "&cursor=" + page.at("cursor.next").text());
            all.addAll(page.at("audit_trail").list());
        }
        return all;
    }

    /// The lines of the truth of one kind, without the summary.
    List<Json> truth(String kind) throws IOException, InterruptedException {
        List<Json> lines =
                get("/_truth?kind=" + kind).body().lines().map(Json::parse).toList();
        return lines.stream()
                .filter(line -> line.at("kind").text().equals(kind))
                .toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
