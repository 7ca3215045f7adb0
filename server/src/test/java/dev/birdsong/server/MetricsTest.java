// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server tells of itself.
class MetricsTest {

    @TempDir
    Path folder;

    @Test
    void countsWhatARoundCosts() {
        try (Served served = Served.in(folder)) {
            Api api = served.admin();
            api.post("/connect/api/v1/connectors", Api.connector("default", "hq", served.consoleHost()));

            Patience.until(
                    "the devices are in the lake",
                    () -> metrics(api).contains("requests_total{content_type=\"devices\"")
                            && count(metrics(api), "birdsong_lake_refreshes_seconds_count") > 0);

            String text = metrics(api);
            assertThat(text)
                    .contains(
                            "birdsong_requests_total{content_type=\"devices\",outcome=\"2xx\",type=\"thinkst_canary\"}");
            assertThat(count(text, "birdsong_schedule_delay_seconds_count")).isPositive();
            assertThat(count(text, "birdsong_lake_commits_seconds_count")).isPositive();
            assertThat(count(text, "birdsong_lake_commits_seconds_sum")).isPositive();
            assertThat(count(text, "birdsong_lake_refreshes_seconds_count")).isPositive();
        }
    }

    @Test
    void forgetsWhatItCountedOfAConnectorThatIsGone() {
        try (Served served = Served.in(folder)) {
            Api api = served.admin();
            String id = api.post("/connect/api/v1/connectors", Api.connector("default", "hq", served.consoleHost()))
                    .text("/_id");
            Patience.until("the devices are in the lake", () -> metrics(api).contains("connector=\"" + id));

            api.delete("/connect/api/v1/connectors/" + id);

            Patience.until("nothing is told of it", () -> !metrics(api).contains(id));
        }
    }

    private static String metrics(Api api) {
        return api.send("GET", "/metrics", "", "Bearer " + Served.API_KEY).text();
    }

    private static double count(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(0);
    }
}
