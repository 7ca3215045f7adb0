// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreatePageTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;
    private static String acme;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
        Api api = served.admin();
        acme = api.post("/connect/api/v1/tenants", Map.of("cust_name", "Acme")).text("/cust_id");
        Api.Answer made =
                api.post("/connect/api/v1/connectors", Api.connector(acme, "Acme birds", served.consoleHost()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void tellsWhatIsWrongInGeneralAndKeepsWhatWasTyped() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/new");
            next(page);
            problem(page, "category").hasText("Category is required");
            problem(page, "type").hasText("Type is required");
            problem(page, "name").hasText("Name is required");
            problem(page, "cust_id").hasText("Tenant Name is required");
            general(page, "Vögel");
            next(page);
            problem(page, "name").containsText("multibyte");
            assertThat(page.getByLabel("Name", exactly())).hasValue("Vögel");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void tellsAllThatIsWrongInTheConfiguration() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/new");
            general(page, "Acme birds");
            next(page);
            page.getByLabel("Hostname").fill("https://" + served.consoleHost());
            page.getByLabel("Interval (min)").fill("0");
            next(page);
            problem(page, "conf.host").containsText("cannot include https");
            problem(page, "conf.auth_token").containsText("Auth Token is required");
            problem(page, "conf.interval").containsText("1 to 1440");
            problem(page, "conf.content_type").containsText("Content Type is required");
            visitor.shows("create-problems");
            configuration(page, "console.example.com");
            next(page);
            problem(page, "conf.host").containsText("not among the consoles that the operator allows");
        }
    }

    @Test
    void goesBackToTheStageWhoseFieldIsAtFault() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/new");
            general(page, "Acme birds");
            next(page);
            configuration(page, served.consoleHost());
            next(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                    .click();
            problem(page, "name").containsText("already");
            assertThat(page.getByLabel("Name", exactly())).isVisible();
            assertThat(page.getByLabel("Auth Token")).hasValue(Served.CONSOLE_TOKEN);
        }
    }

    private static void general(Page page, String name) {
        page.getByLabel("Category").selectOption("honeypot");
        page.getByLabel("Type").selectOption("thinkst_canary");
        page.getByLabel("Name", exactly()).fill(name);
        page.getByLabel("Tenant Name").selectOption(acme);
    }

    private static void configuration(Page page, String host) {
        page.getByLabel("Hostname").fill(host);
        page.getByLabel("Auth Token").fill(Served.CONSOLE_TOKEN);
        page.getByLabel("Interval (min)").fill("7");
        page.getByLabel("Devices").check();
    }

    @Test
    void showsAFailedTestWithWhatToDo() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/new");
            general(page, "Not saved");
            next(page);
            page.getByLabel("Hostname").fill(served.consoleHost());
            page.getByLabel("Auth Token").fill("wrongwrongwrongwrongwrongwrong00");
            page.getByLabel("Incidents").check();
            page.locator("button:visible", new Page.LocatorOptions().setHasText("Test"))
                    .click();
            assertThat(page.getByText("Failure.")).isVisible();
            page.getByText("Show More").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Have your credentials expired");
            visitor.picture("test-failure");
            visitor.isAccessible();
        }
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions problem(Page page, String field) {
        return assertThat(page.locator("[data-problem='" + field + "']"));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void next(Page page) {
        page.waitForResponse(
                "**/connectors/check",
                () -> page.locator("button:visible", new Page.LocatorOptions().setHasText("Next"))
                        .click());
    }
}
