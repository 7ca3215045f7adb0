// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a connector shows its ledger, and compares when asked to.
class LedgerPanelTest {

    private static final String CONNECTORS = "/connect/api/v1/connectors";

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
    void comparesOnRequestAndShowsWhatItFound() {
        String connector = served.admin()
                .post(CONNECTORS, Api.connector("default", "Birds", served.consoleHost()))
                .text("/_id");
        served.admin().post(CONNECTORS + "/" + connector + "/collect?wait=true", "");
        served.console().purge(10);

        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/" + connector);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reconcile"))
                    .click();

            Locator ledger = page.locator("section", new Page.LocatorOptions().setHasText("Deleted at source"));
            assertThat(page.getByText("Comparing now.")).isVisible();
            assertThat(ledger.getByText("up to 10:"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(ledger.locator("tbody tr").first()).containsText("Incidents");
            visitor.shows("connector-ledger");
        }
    }
}
