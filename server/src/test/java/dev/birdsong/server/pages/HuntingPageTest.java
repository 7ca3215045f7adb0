// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import dev.birdsong.state.tenant.Tenant;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuntingPageTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
        Api api = served.admin();
        String connector = api.post(
                        "/connect/api/v1/connectors", Api.connector(Tenant.DEFAULT_ID, "birds", served.consoleHost()))
                .text("/_id");
        api.post("/connect/api/v1/connectors/" + connector + "/collect?wait=true", "");
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void changesTheIndicesAndTheTimeAtOnce() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/hunting");
            page.getByLabel("Indices").selectOption("Assets");
            assertThat(page).hasURL(Pattern.compile(".*index=assets.*"));
            page.getByLabel("Time").selectOption("all");
            assertThat(page.locator("[role=status]").first()).hasText(Pattern.compile("25 records.*"));
        }
    }

    @Test
    void pointsAtTheColumnOfAWrongQuery() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/hunting");
            page.getByLabel("Search").fill("srcip:(10.0.0.1");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("column");
            assertThat(page.getByLabel("Search")).hasValue("srcip:(10.0.0.1");
            visitor.shows("hunting-problem");
        }
    }

    @Test
    void saysThatRecordsLieOutsideOfTheTime() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/hunting?range=custom&from=0&to=1000&q=msg_class:canary_audit");
            assertThat(page.getByText("lie outside of this time")).isVisible();
            visitor.shows("hunting-empty");
            page.getByText("Look at all time").click();
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
        }
    }

    @Test
    void findsByAValueOfARecordAllThatHaveIt() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/hunting?range=all&q=msg_class:canary_devices");
            page.locator("table.records tbody a").first().click();
            page.getByLabel("Search for this tenantid").click();
            assertThat(page.getByLabel("Search")).hasValue("tenantid:\"" + Tenant.DEFAULT_ID + "\"");
            assertThat(page.locator("table.records tbody tr")).hasCount(100);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Older"))
                    .click();
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
