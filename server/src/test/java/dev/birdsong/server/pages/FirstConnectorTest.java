// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
            assertThat(page.getByText("Nothing is collected yet")).isVisible();
            visitor.shows("first-page");
            page.navigate("/connectors");
            assertThat(page.getByText("No connectors yet")).isVisible();
            visitor.shows("connectors-empty");
            page.getByRole(AriaRole.LINK, named(new Page.GetByRoleOptions(), "Create"))
                    .click();
            general(visitor);
            configuration(visitor);
            test(visitor);
            next(page);
            assertThat(page.locator("[data-confirmation]")).containsText(served.consoleHost());
            visitor.shows("create-confirmation");
            page.getByRole(AriaRole.BUTTON, named(new Page.GetByRoleOptions(), "Submit"))
                    .click();
            watch(visitor);
            hunt(visitor);
            page.navigate("/connectors");
            assertThat(page.getByText("Birds of HQ")).isVisible();
            visitor.shows("connectors");
            page.navigate("/connector-types/thinkst_canary");
            visitor.shows("type");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void general(Visitor visitor) {
        Page page = visitor.page();
        page.getByLabel("Category").selectOption("honeypot");
        page.getByLabel("Type").selectOption("thinkst_canary");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Birds of HQ");
        visitor.shows("create-general");
        next(page);
    }

    private static void configuration(Visitor visitor) {
        Page page = visitor.page();
        page.getByLabel("Hostname").fill(served.consoleHost());
        page.getByLabel("Auth Token").fill(Served.CONSOLE_TOKEN);
        page.getByLabel("Incidents").check();
        page.getByLabel("Audit Trail Logs").check();
        page.getByLabel("Devices").check();
        visitor.shows("create-configuration");
    }

    private static void test(Visitor visitor) {
        Page page = visitor.page();
        page.locator("button:visible", new Page.LocatorOptions().setHasText("Test"))
                .click();
        assertThat(page.getByText("Success!")).isVisible();
        visitor.shows("test-success");
        page.keyboard().press("Escape");
        assertThat(page.getByText("Success!")).isVisible();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(page.getByText("Success!")).isHidden();
    }

    private static void watch(Visitor visitor) {
        Page page = visitor.page();
        assertThat(page.locator("h1")).hasText("Birds of HQ");
        assertThat(page.locator(".status-healthy").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        visitor.shows("connector");
        page.getByRole(AriaRole.LINK, named(new Page.GetByRoleOptions(), "View Events"))
                .click();
    }

    private static void hunt(Visitor visitor) {
        Page page = visitor.page();
        page.getByLabel("Time").selectOption("all");
        assertThat(page.locator("table.records tbody tr").first()).isVisible();
        visitor.shows("hunting");
        page.locator("table.records tbody a").first().click();
        assertThat(page.getByText("JSON", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        visitor.shows("record");
    }

    private static Page.GetByRoleOptions named(Page.GetByRoleOptions options, String name) {
        return options.setName(name).setExact(true);
    }

    private static void next(Page page) {
        page.waitForResponse(
                "**/connectors/check",
                () -> page.locator("button:visible", new Page.LocatorOptions().setHasText("Next"))
                        .click());
    }
}
