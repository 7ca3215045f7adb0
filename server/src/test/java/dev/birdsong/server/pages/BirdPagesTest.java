// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BirdPagesTest {

    private static final String V1 = "/connect/api/v1/";

    @TempDir
    static Path folder;

    private static Site site;
    private static String connector;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        connector = site.connector("birds", true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void knowsWhichBirdsWereNeverTouched() {
        Set<String> touched = truth("incident").stream()
                .map(fact -> fact.at("/incident/description/node_id").asString(""))
                .collect(Collectors.toSet());
        List<String> untouched = truth("device").stream()
                .map(fact -> fact.path("id").asString())
                .filter(id -> !touched.contains(id))
                .toList();

        assertThat(ids("birds?which=untouched")).containsExactlyInAnyOrderElementsOf(untouched);
        assertThat(ids("birds?which=touched")).hasSize(25 - untouched.size());
        assertThat(ids("birds?which=live")).hasSize(25 - ids("birds?which=dark").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "touched", "untouched", "dark"})
    void listsEachBirdOnceWhereverAPageEnds(String which) {
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = birds("birds?size=4&which=" + which + "&after=" + encode(after, UTF_8));
            page.path("data").forEach(bird -> paged.add(bird.path("device_id").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(paged).containsExactlyElementsOf(ids("birds?size=500&which=" + which));
    }

    @Test
    void leadsToTheNextPageOfBirds() {
        try (Visitor visitor = site.admin("/birds?after=")) {
            Page page = visitor.page();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next")))
                    .hasCount(0);
            page.navigate(
                    "/birds?after=" + encode(birds("birds?size=20").path("next").asString(), UTF_8));
            assertThat(page.locator("table.records tbody tr")).hasCount(5);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First"))
                    .click();
            assertThat(page.locator("table.records tbody tr")).hasCount(25);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void showsAllOfABirdAndWhatCameToIt() {
        try (Visitor visitor = site.admin("/birds")) {
            Page page = visitor.page();
            assertThat(page.locator("table.records tbody tr")).hasCount(25);
            visitor.shows("birds");
            page.locator("table.records tbody tr", new Page.LocatorOptions().setHasText("ago"))
                    .first()
                    .locator("th a")
                    .click();
            assertThat(page.getByText("Addresses over time")).isVisible();
            assertThat(page.getByText("Nothing between its snapshots.")).isVisible();
            visitor.shows("bird");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Its snapshots"))
                    .click();
            assertThat(page.locator("table.records tbody tr")).hasCount(1);
            page.navigate("/birds?q=(");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("column");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void drawsWhatAConnectorAskedAndBrought() {
        try (Visitor visitor = site.admin("/connectors/" + connector)) {
            Page page = visitor.page();
            assertThat(page.getByText("Requests, 30 days")).isVisible();
            page.getByText("As a table").last().click();
            assertThat(page.getByText("created").last()).isVisible();
            visitor.shows("connector-traffic");
        }
    }

    private static JsonNode birds(String path) {
        return site.served().admin().get(V1 + path).json();
    }

    private static List<String> ids(String path) {
        return birds(path)
                .path("data")
                .valueStream()
                .map(bird -> bird.path("device_id").asString())
                .toList();
    }

    private static List<JsonNode> truth(String kind) {
        return Api.anonymous(URI.create("http://" + site.served().consoleHost()))
                .get("/_truth?kind=" + kind)
                .text()
                .lines()
                .map(Api.JSON::readTree)
                .filter(fact -> fact.path("kind").asString().equals(kind))
                .toList();
    }
}
