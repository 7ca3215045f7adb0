// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Lets many connectors collect, and asks the server what people ask for meanwhile.
final class ConnectorLoad {

    private static final String CONNECTORS = "/connect/api/v1/connectors";
    private static final String ACTIVE = "{\"active\":true}";
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final int LARGEST_PAGE = 1_000;
    private static final int CALLS = 10;
    private static final int STREAMS = 3;
    private static final Pattern CONNECTOR_RAN =
            Pattern.compile("\"last_activity\":[0-9]+,(?:\"last_data_received\":[0-9]+,)?\"created_at\"");
    private static final Pattern STREAM_RAN = Pattern.compile("\"failures\":[0-9]+,\"last_activity\"");

    private final ApiClient api;
    private final List<String> ids;
    private final Latencies pages = new Latencies();
    private final Latencies statuses = new Latencies();
    private final Latencies searches = new Latencies();
    private final Latencies edits = new Latencies();
    private final long began = System.nanoTime();
    private final Duration cpu = cpu();

    ConnectorLoad(ApiClient api, List<String> ids) {
        this.api = api;
        this.ids = ids;
    }

    /// Activates all of them, one by one, eight at a time.
    void activate() throws InterruptedException {
        var activations = new Latencies();
        api.inParallel(ids.size(), index -> {
            activations.measure(() -> api.put(CONNECTORS + "/" + ids.get(index), ACTIVE));
            return index;
        });
        System.out.printf("%,d activated in %.1f s%n", ids.size(), elapsed());
        activations.print("an activation");
    }

    /// Asks for so many seconds, and tells how it went.
    void watch(int seconds) throws InterruptedException {
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) {
            ask();
            tellProgress();
            Thread.sleep(BETWEEN);
        }
        pages.print("a page of 50");
        statuses.print("a status");
        searches.print("a search");
        edits.print("an edit");
    }

    private void ask() {
        pages.measure(CALLS, round -> api.get(CONNECTORS + "?size=50&page=" + round));
        statuses.measure(CALLS, round -> api.get(CONNECTORS + "/" + some(round)));
        searches.measure(CALLS, _ -> api.get("/connect/api/data/*/_search?q=ssh&size=10"));
        edits.measure(CALLS, round -> api.put(CONNECTORS + "/" + some(round), ACTIVE));
    }

    private String some(int round) {
        return ids.get((int) ((System.nanoTime() / 1_000 + round) % ids.size()));
    }

    private void tellProgress() {
        double connectors = 0;
        double streams = 0;
        for (int page = 0; page * LARGEST_PAGE < ids.size(); page++) {
            String listed = api.get(CONNECTORS + "?size=" + LARGEST_PAGE + "&page=" + page);
            connectors += count(CONNECTOR_RAN, listed);
            streams += count(STREAM_RAN, listed);
        }
        System.out.printf(
                "after %4.0f s: %5.1f %% of the connectors and %5.1f %% of the streams have run, %s records,"
                        + " %.2f cores%n",
                elapsed(),
                100 * connectors / ids.size(),
                100 * streams / ids.size() / STREAMS,
                api.value("/connect/api/data/*/_search?size=0&track_total_hits=true", "value"),
                cpu().minus(cpu).toMillis() / 1e3 / elapsed());
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private double elapsed() {
        return (System.nanoTime() - began) / 1e9;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
