// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An analyst's way through the pages, held against what the console knows.
class AnalystPathTest {

    private static final int SSH_LOGIN = 4002;

    @TempDir
    Path folder;

    @Test
    void goesFromTheOverviewToAnExportOfAllThatAnAttackerDid() throws IOException {
        try (Site site = Site.in(folder)) {
            String incident = site.served().console().attackOf(SSH_LOGIN);
            site.served().console().append(incident, 3);
            site.connector("birds", true);
            try (Visitor visitor = Visitor.signedIn(site.chromium(), site.served())) {
                Page page = visitor.page();
                assertThat(page).hasTitle("Overview · Birdsong");
                showsHowThingsStand(site, page);
                visitor.shows("overview");
                page.locator("table.incidents tbody th a").first().click();
                assertThat(page.locator(".moment-event")).hasCount(4);
                page.locator(".incident-facts a").first().click();
                List<JsonNode> truth = eventsBy(site, page.locator("h1 bdi").textContent());
                assertThat(page.locator(".tile-figure").first()).hasText(Integer.toString(truth.size()));
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All it did"))
                        .click();
                assertThat(page.locator("#results [role=status]")).containsText(truth.size() + " record");
                assertThat(events(savedAndExported(page))).containsExactlyInAnyOrderElementsOf(truth);
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    private static Download savedAndExported(Page page) {
        Site.press(page, "Save");
        page.getByLabel("Name").fill("all that it did");
        Site.press(page, "Keep it");
        page.getByText("Saved queries").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("all that it did.*")))
                .click();
        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        return page.waitForDownload(() -> page.getByText("NDJSON, everything").click());
    }

    private static void showsHowThingsStand(Site site, Page page) {
        long open = facts(site)
                .filter(one -> one.path("kind").asString().equals("incident"))
                .filter(one ->
                        !one.at("/incident/description/acknowledged").asString().equalsIgnoreCase("true"))
                .count();
        long birds = facts(site)
                .filter(one -> one.path("kind").asString().equals("device"))
                .count();
        long live = facts(site)
                .filter(one -> one.path("kind").asString().equals("device"))
                .filter(one -> one.at("/device/live").asString().equalsIgnoreCase("true"))
                .count();
        assertThat(page.locator(".tile-figure").first()).hasText("%,d".formatted(open));
        assertThat(page.getByText(live + " of " + birds)).isVisible();
        assertThat(page.getByText("content types up to date")).isVisible();
    }

    /// What the file has of events, as the console wrote them.
    private static List<JsonNode> events(Download file) throws IOException {
        try (Stream<String> lines = Files.lines(file.path(), StandardCharsets.UTF_8)) {
            return lines.map(line -> Api.JSON.readTree(line).at("/thinkst_canary/event"))
                    .toList();
        }
    }

    private static List<JsonNode> eventsBy(Site site, String source) {
        return facts(site)
                .filter(fact -> fact.path("kind").asString().equals("incident"))
                .flatMap(fact -> fact.at("/incident/description/events")
                        .valueStream()
                        .filter(event -> event.path("src_host")
                                .asString(fact.at("/incident/description/src_host")
                                        .asString())
                                .equals(source)))
                .toList();
    }

    private static Stream<JsonNode> facts(Site site) {
        return Api.anonymous(URI.create("http://" + site.served().consoleHost()))
                .get("/_truth")
                .text()
                .lines()
                .map(Api.JSON::readTree);
    }
}
