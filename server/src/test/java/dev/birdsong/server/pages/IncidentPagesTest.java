// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.server.Api;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class IncidentPagesTest {

    private static final String V1 = "/connect/api/v1/";

    @TempDir
    static Path folder;

    private static Site site;
    private static SimulatedConsole console;
    private static String connector;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        console = site.served().console();
        connector = site.connector("birds", true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void hasOneOfEachIncidentInTheStateThatTheConsoleTells() {
        String grown = console.attackOf(2000);
        collect();
        console.append(grown, 2);
        String noted = console.attackOf(4002);
        collect();
        console.acknowledge(noted);
        console.acknowledge(grown);
        collect();
        console.unacknowledge(grown);
        collect();

        assertThat(listed("all")).isEqualTo(truth());
        assertThat(listed("open")).doesNotContainKey(noted).containsEntry(grown, false);
        assertThat(listed("open").values()).containsOnly(false);
        assertThat(listed("acknowledged").values()).containsOnly(true);
    }

    @Test
    void tellsWhatHappenedToAnIncidentAndWhoAcknowledgedIt() {
        String incident = console.attackOf(4002);
        collect();
        console.append(
                incident, "{\"USERNAME\": \"mallory\", \"PASSWORD\": \"letmein\", \"timestamp\": \"1790000000\"}");
        collect();
        console.acknowledge(incident);
        console.act("incident_acknowledge");
        collect();

        try (Visitor visitor = site.admin("/incidents?state=all&q=thinkst_canary.incident.id:\"" + incident + "\"")) {
            Page page = visitor.page();
            assertThat(page.locator("table.incidents tbody tr")).hasCount(1);
            visitor.shows("incidents");
            page.locator("table.incidents tbody a").click();
            assertThat(page.locator(".moment-created")).hasCount(1);
            assertThat(page.locator(".moment-grew")).hasCount(1);
            assertThat(page.locator(".moment-acknowledged")).containsText("by ");
            assertThat(page.locator(".events")).containsText("mallory");
            assertThat(page.locator(".events")).containsText("letmein");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("At the console ↗")))
                    .hasAttribute("href", Pattern.compile("https://.*/nest/incidents/[0-9a-f]+"));
            visitor.shows("incident");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("mallory"))
                    .click();
            assertThat(page.locator(".tile-figure").first()).hasText("1");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void showsAllThatOneSourceDid() {
        JsonNode busiest =
                site.served().admin().get(V1 + "attackers?size=1").json().at("/data/0");
        String source = busiest.path("value").asString();
        try (Visitor visitor = site.admin("/attackers?range=all")) {
            Page page = visitor.page();
            visitor.shows("attackers");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(source).setExact(true))
                    .click();
            assertThat(page.locator(".tile-figure").first())
                    .hasText(busiest.path("events").asString());
            assertThat(page.locator(".day-4").first()).isVisible();
            visitor.shows("attacker");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All it did"))
                    .click();
            assertThat(page.locator("#results [role=status]"))
                    .containsText(busiest.path("events").asString() + " record");
            page.navigate("/attackers?by=password&range=all");
            page.locator("table.records tbody a").first().click();
            assertThat(page.getByText("User name")).isVisible();
            for (String by : List.of("srcip_host", "username", "key", "agent")) {
                page.navigate("/attackers?range=all&by=" + by);
                assertThat(page.locator("table.records")).isVisible();
            }
            page.navigate("/attackers?by=username&q=(");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("column");
        }
    }

    private static void collect() {
        assertThat(site.served()
                        .admin()
                        .post(V1 + "connectors/" + connector + "/collect?wait=true", "")
                        .status())
                .isEqualTo(200);
    }

    /// Whether each is acknowledged, by its id, on all pages of the list.
    private static Map<String, Boolean> listed(String state) {
        Map<String, Boolean> listed = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page = site.served().admin().get(V1 + "incidents?size=300&state=" + state + "&after=" + after);
            page.json().path("data").forEach(one -> {
                ids.add(one.path("incident_id").asString());
                listed.put(
                        one.path("incident_id").asString(),
                        one.path("acknowledged").asBoolean());
            });
            after = page.json().path("next").asString("");
        } while (!after.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return listed;
    }

    /// The same as the console has it.
    private static Map<String, Boolean> truth() {
        Map<String, Boolean> truth = new TreeMap<>();
        Api.anonymous(URI.create("http://" + site.served().consoleHost()))
                .get("/_truth?kind=incident")
                .text()
                .lines()
                .map(Api.JSON::readTree)
                .filter(fact -> fact.path("kind").asString("").equals("incident"))
                .forEach(fact -> truth.put(
                        fact.path("id").asString(),
                        fact.at("/incident/description/acknowledged")
                                .asString("")
                                .equalsIgnoreCase("true")));
        return truth;
    }
}
