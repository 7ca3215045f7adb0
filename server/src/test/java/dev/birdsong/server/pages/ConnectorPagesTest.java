// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorPagesTest {

    private static final String READER = "reader@example.com";
    private static final String READERS_PASSWORD = "a password of a reader";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;
    private static String acme;
    private static String connector;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
        Api api = served.admin();
        acme = api.post("/connect/api/v1/tenants", Map.of("cust_name", "Acme")).text("/cust_id");
        String other = api.post("/connect/api/v1/tenants", Map.of("cust_name", "Umbrella"))
                .text("/cust_id");
        connector = make(api, acme, "Acme birds", served.consoleHost());
        make(api, other, "Umbrella birds", served.consoleHost());
        api.post(
                "/connect/api/v1/users",
                Map.of("email", READER, "password", READERS_PASSWORD, "role", "User", "scope", List.of(acme)));
    }

    private static String make(Api api, String tenant, String name, String host) {
        Api.Answer made = api.post("/connect/api/v1/connectors", Api.connector(tenant, name, host));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.text("/_id");
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void changesTheConfigurationButNothingGeneral() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors/" + connector + "/edit");
            assertThat(page.getByLabel("Name", exactly())).hasCount(0);
            assertThat(page.getByLabel("Auth Token")).hasValue("");
            visitor.picture("edit");
            visitor.isAccessible();
            page.getByLabel("Hostname").fill("localhost:" + served.console().port());
            save(page);
            problem(page, "conf.auth_token").containsText("is required when the host changes");
            page.getByLabel("Hostname").fill(served.consoleHost());
            page.getByLabel("Interval (min)").fill("9");
            save(page);
            assertThat(page.locator("#live")).containsText("9 min");
        }
    }

    @Test
    void pausesAndGoesOnByTheSwitchOfTheRow() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Umbrella birds"));
            row.getByRole(AriaRole.SWITCH).click();
            assertThat(row.locator(".c-status")).hasText("Paused");
            row.getByRole(AriaRole.SWITCH).click();
            assertThat(row.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
        }
    }

    @Test
    void showsOneTenantOrAllOfThem() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            assertThat(page.locator("tbody")).containsText("Umbrella birds");
            page.locator("#tenant-choice").selectOption("Acme");
            assertThat(page.locator("tbody")).not().containsText("Umbrella birds");
            assertThat(page.locator("tbody")).containsText("Acme birds");
            page.locator("#tenant-choice").selectOption("All tenants");
            assertThat(page.locator("tbody")).containsText("Umbrella birds");
        }
    }

    @Test
    void letsAReaderLookAndDoNothing() {
        try (Visitor visitor = Visitor.at(chromium, served)) {
            visitor.signIn(READER, READERS_PASSWORD);
            Page page = visitor.page();
            page.navigate("/connectors");
            assertThat(page.locator("tbody")).containsText("Acme birds");
            assertThat(page.locator("tbody")).not().containsText("Umbrella birds");
            assertThat(page.locator("[data-test], [role=switch], .c-actions form"))
                    .hasCount(0);
            page.navigate("/connectors/new");
            assertThat(page.locator("h1")).hasText("Not allowed");
            page.navigate("/connectors/" + connector);
            assertThat(page.getByText("Collect now")).hasCount(0);
            visitor.isAccessible();
        }
    }

    @Test
    void remembersWhichColumnsAreShown() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            page.getByText("Columns", new Page.GetByTextOptions().setExact(true))
                    .click();
            visitor.picture("columns");
            page.getByLabel("Interval").uncheck();
            page.getByLabel("Run On").check();
            page.reload();
            assertThat(page.locator("th.c-interval")).isHidden();
            assertThat(page.locator("th.c-run-on")).isVisible();
            page.getByText("Columns", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Reset Columns").click();
            assertThat(page.locator("th.c-interval")).isVisible();
        }
    }

    @Test
    void findsWhileOneTypesAndKeepsItInTheAddress() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            page.getByPlaceholder("Search name, host, tenant").fill("umbr");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile(".*q=umbr.*"));
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByPlaceholder("Search name, host, tenant").fill("nobody");
            assertThat(page.getByText("Nothing fits")).isVisible();
        }
    }

    @Test
    void asksBeforeItDeletes() {
        Api api = served.admin();
        String doomed =
                make(api, acme, "Doomed birds", "localhost:" + served.console().port());
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors?q=doomed");
            page.getByLabel("Delete Doomed birds").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByLabel("Delete Doomed birds").click();
            visitor.picture("delete");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("What it collected stays");
        }
        assertThat(api.get("/connect/api/v1/connectors/" + doomed).status()).isEqualTo(404);
    }

    @Test
    void canBeUsedByKeyboardAlone() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
            page.getByLabel("Test Acme birds").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Success!")).isVisible();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
            page.getByLabel("Collect by Acme birds").focus();
            page.keyboard().press("Space");
            assertThat(page.getByLabel("Collect by Acme birds")).hasAttribute("aria-checked", "false");
            page.getByLabel("Collect by Acme birds").focus();
            page.keyboard().press("Space");
            assertThat(page.getByLabel("Collect by Acme birds")).hasAttribute("aria-checked", "true");
        }
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions problem(Page page, String field) {
        return assertThat(page.locator("[data-problem='" + field + "']"));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
    }
}
