// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.birdsong.server.pages.Site.confirm;
import static dev.birdsong.server.pages.Site.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeoplePagesTest {

    private static final String OTHER_PASSWORD = " another horse, another staple ";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void makesAndRenamesATenant() {
        try (Visitor visitor = site.admin("/tenants")) {
            Page page = visitor.page();
            create(page);
            press(page, "Create");
            assertThat(page.locator("[data-problem=cust_name]")).hasText("Is required");
            page.getByLabel("Info").fill("since spring");
            page.getByLabel("Name").fill("Default");
            press(page, "Create");
            assertThat(page.locator("[data-problem=cust_name]"))
                    .containsText("There is a tenant named 'Default' already");
            assertThat(page.getByLabel("Info")).hasValue("since spring");
            page.getByLabel("Name").fill("Acme");
            visitor.isAccessible();
            press(page, "Create");
            row(page, "Acme").getByText("Edit").click();
            page.getByLabel("Name").fill("Acme and sons");
            page.getByLabel("Info").fill("");
            press(page, "Save");
            assertThat(row(page, "Acme and sons")).not().containsText("since spring");
            row(page, "Acme and sons").getByText("Acme and sons").click();
            assertThat(page.locator("h1")).hasText("Connector Overview");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void listsWhatGoesWithATenantBeforeItIsDeleted() {
        String tenant = site.made("tenants", Map.of("cust_name", "Umbrella"));
        site.connectorOf(tenant, "Birds of Umbrella");
        site.makeUser("only.umbrella@example.com", "User", List.of(tenant));
        try (Visitor visitor = site.admin("/tenants")) {
            Page page = visitor.page();
            visitor.shows("tenants");
            page.getByLabel("Delete Umbrella").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Birds of Umbrella");
            assertThat(dialog).containsText("only.umbrella@example.com");
            visitor.shows("tenant-deletion");
            press(page, "Cancel");
            assertThat(dialog).isHidden();
            page.getByLabel("Delete Umbrella").click();
            confirm(page, "Delete");
            assertThat(page.getByText("The tenant Umbrella is deleted.")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void makesAndEditsAUser() {
        try (Visitor visitor = site.admin("/users")) {
            Page page = visitor.page();
            visitor.shows("users");
            create(page);
            page.getByLabel("Email").fill("analyst@example.com");
            page.getByLabel("Password").fill("too short");
            page.getByLabel("Security Admin").check();
            page.getByLabel("Default").check();
            press(page, "Create");
            assertThat(page.locator("[data-problem=password]")).hasText("Must have 12 to 200 characters");
            assertThat(page.getByLabel("Security Admin")).isChecked();
            visitor.shows("user-new");
            page.getByLabel("Password").fill(Served.PASSWORD);
            press(page, "Create");
            assertThat(row(page, "analyst@example.com")).containsText("Security Admin");
            row(page, "analyst@example.com").getByText("Edit").click();
            page.getByLabel("May sign in").uncheck();
            page.getByLabel("All tenants").check();
            press(page, "Save");
            assertThat(row(page, "analyst@example.com")).containsText("Off");
            assertThat(row(page, "analyst@example.com")).containsText("All tenants");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void deletesUsersButNotTheLastWhoCanMakeOthers() {
        site.makeUser("gone@example.com", "User", List.of("default"));
        try (Visitor visitor = site.admin("/users")) {
            Page page = visitor.page();
            page.getByLabel("Delete gone@example.com").click();
            confirm(page, "Delete");
            assertThat(page.getByText("The user gone@example.com is deleted.")).isVisible();
            page.getByLabel("Delete " + Served.EMAIL).click();
            confirm(page, "Delete");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("it is the last Super Admin");
        }
    }

    @Test
    void keepsOneSignedInWhoEditsThemselves() {
        try (Visitor visitor = site.admin("/users")) {
            Page page = visitor.page();
            page.getByLabel("Edit " + Served.EMAIL).click();
            page.getByLabel("Name").fill("The first one");
            press(page, "Save");
            assertThat(row(page, Served.EMAIL)).containsText("The first one");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void makesAKeyThatWorksAndShowsItOnce() {
        try (Visitor visitor = site.admin("/api-keys/new")) {
            Page page = visitor.page();
            press(page, "Create");
            assertThat(page.locator("[data-problem=name]")).hasText("Is required");
            page.getByLabel("Name").fill("nightly");
            page.getByLabel("User looks").check();
            visitor.shows("api-key-new");
            press(page, "Create");
            String key = page.getByLabel("Key").inputValue();
            visitor.shows("api-key-made");
            Api api = Api.signedIn(site.served().server().address(), key);
            assertThat(api.get("/connect/api/v1/connectors").status()).isEqualTo(200);
            assertThat(api.post("/connect/api/v1/tenants", Map.of("cust_name", "no"))
                            .status())
                    .isEqualTo(403);
            page.getByText("Done").click();
            assertThat(row(page, "nightly").locator("time")).hasCount(3);
            assertThat(page.content()).doesNotContain(key);
            visitor.shows("api-keys");
            Locator on = page.getByLabel("The key nightly is on");
            on.click();
            assertThat(on).hasAttribute("aria-checked", "false");
            assertThat(api.get("/connect/api/v1/connectors").status()).isEqualTo(401);
            page.getByLabel("Delete nightly").click();
            confirm(page, "Delete");
            assertThat(page.getByText("The API key nightly is deleted.")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void changesOnesOwnPasswordAndStaysSignedInHereAlone() {
        site.makeUser("changer@example.com", "User", List.of("default"));
        try (Visitor visitor = signedIn("changer@example.com");
                Visitor elsewhere = signedIn("changer@example.com")) {
            Page page = visitor.page();
            page.navigate("/account");
            change(page, "not the one at all", OTHER_PASSWORD, OTHER_PASSWORD);
            assertThat(page.locator("[data-problem=old_password]")).hasText("Is not the password that you have now");
            change(page, Served.PASSWORD, OTHER_PASSWORD, "something else again");
            assertThat(page.locator("[data-problem=again]")).containsText("enter it again");
            visitor.shows("account");
            change(page, Served.PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your password is changed.");
            elsewhere.page().navigate("/account");
            assertThat(elsewhere.page().getByLabel("Password")).isVisible();
            press(page, "Sign out");
            visitor.signIn("changer@example.com", OTHER_PASSWORD);
            assertThat(page.locator("h1")).hasText("Overview");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void stopsGuessesOfOnesPassword() {
        site.makeUser("guesser@example.com", "User", List.of("default"));
        try (Visitor visitor = signedIn("guesser@example.com")) {
            visitor.page().navigate("/account");
            for (int guess = 0; guess < 10; guess++) {
                assertThat(visitor.posts("/account", passwords("guess " + guess)))
                        .isEqualTo(422);
            }
            change(visitor.page(), Served.PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD);
            assertThat(visitor.page().locator("form [data-problem='']")).containsText("Too many failed attempts");
        }
    }

    @Test
    void showsWhoDidWhat() {
        site.made("tenants", Map.of("cust_name", "Seen in the log"));
        try (Visitor visitor = site.admin("/activity")) {
            Page page = visitor.page();
            assertThat(row(page, "Seen in the log")).containsText("create");
            visitor.shows("activity");
            page.getByLabel("Search").fill("nobody did this");
            assertThat(page.locator("#activity-part")).containsText("Nobody did anything like this");
            page.getByLabel("Search").fill("seen in THE");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByLabel("Time").selectOption("Last year");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void letsAUserReadOnly() {
        try (Visitor visitor = site.reader("/tenants")) {
            assertThat(visitor.page().locator("main").getByText("Default")).isVisible();
            assertThat(visitor.page().locator("main a.btn, main button")).hasCount(0);
            assertThat(visitor.page().locator(".sidebar").getByText("Users")).hasCount(0);
            visitor.isAccessible();
            Map<String, String> tenant = Map.of("cust_name", "mine");
            assertThat(visitor.posts("/tenants/new", tenant)).isEqualTo(403);
            assertThat(visitor.posts("/tenants/default", tenant)).isEqualTo(403);
            assertThat(visitor.posts("/tenants/default/delete", Map.of())).isEqualTo(403);
            assertThat(visitor.posts("/users/new", Map.of("email", "mine@example.com")))
                    .isEqualTo(403);
            assertThat(visitor.posts(
                            "/api-keys/new", Map.of("name", "mine", "role", "Super Admin", "scope_kind", "same")))
                    .isEqualTo(403);
            for (String path :
                    List.of("/users", "/users/new", "/tenants/new", "/tenants/default/deletion", "/activity")) {
                assertThat(visitor.page().navigate(path).status()).as(path).isEqualTo(403);
            }
        }
    }

    private static Visitor signedIn(String email) {
        Visitor visitor = Visitor.at(site.chromium(), site.served());
        visitor.signIn(email, Served.PASSWORD);
        return visitor;
    }

    private static void change(Page page, String old, String chosen, String again) {
        page.getByLabel("Password now").fill(old);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(chosen);
        page.getByLabel("New password again").fill(again);
        press(page, "Change password");
    }

    private static Map<String, String> passwords(String old) {
        return Map.of("old_password", old, "password", OTHER_PASSWORD, "again", OTHER_PASSWORD);
    }

    private static void create(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Create").setExact(true))
                .click();
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text))
                .first();
    }
}
