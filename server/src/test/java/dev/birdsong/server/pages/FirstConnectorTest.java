// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstConnectorTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void goesFromAnEmptyOverviewToTheFirstRecords() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            assertThat(page.getByText("No connectors yet")).isVisible();
            visitor.picture("overview-empty");
            visitor.isAccessible();

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Create").setExact(true))
                    .click();
            page.getByLabel("Category").selectOption("honeypot");
            page.getByLabel("Type").selectOption("thinkst_canary");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Birds of HQ");
            visitor.picture("create-general");
            visitor.isAccessible();
            next(page);
            page.getByLabel("Hostname").fill(served.consoleHost());
            page.getByLabel("Auth Token").fill(Served.CONSOLE_TOKEN);
            page.getByLabel("Incidents").check();
            page.getByLabel("Audit Trail Logs").check();
            page.getByLabel("Devices").check();
            visitor.picture("create-configuration");
            visitor.isAccessible();
            page.locator("button:visible", new Page.LocatorOptions().setHasText("Test"))
                    .click();
            assertThat(page.getByText("Success!")).isVisible();
            visitor.picture("test-success");
            visitor.isAccessible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Success!")).isVisible();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                    .click();
            next(page);
            assertThat(page.locator("[data-confirmation]")).containsText(served.consoleHost());
            visitor.picture("create-confirmation");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                    .click();

            assertThat(page.locator("h1")).hasText("Birds of HQ");
            assertThat(page.locator("#live"))
                    .containsText(
                            "incidents",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(60_000));
            assertThat(page.locator(".status-healthy").first()).isVisible();
            visitor.picture("connector");
            visitor.isAccessible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("View Events"))
                    .click();
            page.getByLabel("Time").selectOption("all");
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
            visitor.picture("hunting");
            visitor.isAccessible();
            page.locator("table.records tbody a").first().click();
            assertThat(page.getByText("JSON", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            visitor.picture("record");
            visitor.isAccessible();
            page.navigate("/connectors");
            assertThat(page.getByText("Birds of HQ")).isVisible();
            visitor.picture("overview");
            visitor.isAccessible();
            page.navigate("/connector-types/thinkst_canary");
            visitor.picture("type");
            visitor.isAccessible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void next(Page page) {
        page.waitForResponse(
                "**/connectors/check",
                () -> page.locator("button:visible", new Page.LocatorOptions().setHasText("Next"))
                        .click());
    }
}
