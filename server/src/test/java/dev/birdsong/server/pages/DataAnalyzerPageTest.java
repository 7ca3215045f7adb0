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
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataAnalyzerPageTest {

    @TempDir
    static Path folder;

    private static Site site;
    private static String hq;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        hq = site.connector("Birds of HQ", false);
        String branch = site.made("tenants", Map.of("cust_name", "Branch"));
        site.connectorOf(branch, "Birds of the branch");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void makesAProfileAndPutsAConnectorIntoIt() {
        try (Visitor visitor = site.admin("/data-analyzer")) {
            Page page = visitor.page();
            assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByLabel("Forget test")).hasCount(0);
            visitor.shows("data-analyzer");
            page.getByText("Create", new Page.GetByTextOptions().setExact(true)).click();
            press(page, "Create");
            assertThat(page.locator("[data-problem=name]")).hasText("Is required");
            page.getByLabel("Name").fill("Branches");
            page.getByLabel("Only chosen ones").check();
            visitor.isAccessible();
            press(page, "Create");

            assertThat(page.locator("h1")).hasText("Profile Branches");
            page.waitForLoadState();
            Locator branch = page.getByLabel("Birds of the branch of Branch in this profile");
            branch.click();
            assertThat(branch).hasAttribute("aria-checked", "true");
            visitor.shows("profile");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void findsConnectorsByWhatIsTypedAndPutsAllInThatAreFound() {
        try (Visitor visitor = site.admin("/data-analyzer/profiles/" + profile("Found", List.of()))) {
            Page page = visitor.page();
            page.getByLabel("Show").selectOption("In this profile");
            assertThat(page.getByText("No connector is in this profile")).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all connectors"))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(2);
            page.getByLabel("Search").fill("branch");
            assertThat(page.locator("tbody tr")).hasCount(1);
            press(page, "Put it in");
            confirm(page, "Put in");
            assertThat(page.locator("[role=switch][aria-checked=true]")).hasCount(1);
            page.getByLabel("Search").fill("");
            press(page, "Put all 2 in");
            confirm(page, "Put in");
            assertThat(page.locator("[role=switch][aria-checked=true]")).hasCount(2);
            press(page, "Take all 2 out");
            confirm(page, "Take out");
            assertThat(page.locator("[role=switch][aria-checked=true]")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void deletesAnyProfileButTheFirst() {
        profile("Short-lived", List.of(hq));
        try (Visitor visitor = site.admin("/data-analyzer")) {
            Page page = visitor.page();
            page.getByLabel("Delete Short-lived").click();
            confirm(page, "Delete");
            assertThat(page.getByText("The profile Short-lived is deleted.")).isVisible();
            assertThat(page.getByLabel("Edit Default")).isVisible();
            assertThat(page.getByLabel("Delete Default")).hasCount(0);
        }
    }

    @Test
    void keepsEveryConnectorInAProfileThatHadAllWhenTheyAreChosen() {
        String profile = profile("Everything", "all");
        try (Visitor visitor = site.admin("/data-analyzer/profiles/" + profile)) {
            Page page = visitor.page();
            page.getByLabel("Only chosen ones").check();
            press(page, "Save");
            assertThat(page.locator("[role=switch][aria-checked=true]")).hasCount(2);
            page.getByLabel("Name").fill("Nothing else");
            press(page, "Save");
            assertThat(page.locator("h1")).hasText("Profile Nothing else");
            assertThat(page.locator("[role=switch][aria-checked=true]")).hasCount(2);
        }
    }

    @Test
    void forgetsNodesThatAreGoneAndNoOthers() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("birdsong.db"));
                Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO nodes (name, profile, address, version, started_at, last_seen)"
                    + " VALUES ('old-node', 'Default', '10.0.0.1', '0.1', 0, 0)");
        }
        try (Visitor visitor = site.admin("/data-analyzer")) {
            Page page = visitor.page();
            page.getByLabel("Forget old-node").click();
            confirm(page, "Forget");
            assertThat(page.getByText("The node old-node is forgotten.")).isVisible();

            visitor.posts("/data-analyzer/forget", Map.of("name", "test"));
            page.navigate("/data-analyzer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("the node 'test' lives, and collects");
            assertThat(site.served()
                            .admin()
                            .delete("/connect/api/v1/data_analyzers/test")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void letsOthersReadOnly() {
        site.makeUser("watcher@example.com", "User", "root");
        String profile = profile("Watched", List.of(hq));
        try (Visitor visitor = Visitor.at(site.chromium(), site.served())) {
            visitor.signIn("watcher@example.com", Served.PASSWORD);
            visitor.page().navigate("/data-analyzer");
            assertThat(visitor.page().getByText("Watched")).isVisible();
            assertThat(visitor.page().locator("main a.btn, main button")).hasCount(0);
            visitor.page().navigate("/data-analyzer/profiles/" + profile);
            assertThat(visitor.page().getByText("Birds of HQ")).isVisible();
            assertThat(visitor.page().locator("main button")).hasCount(0);
            visitor.isAccessible();
            refused(visitor, profile);
        }
        try (Visitor visitor = site.reader("/data-analyzer")) {
            assertThat(visitor.page().getByText("need root scope")).isVisible();
            visitor.page().navigate("/hunting");
            refused(visitor, profile);
        }
    }

    private static String profile(String name, Object connectors) {
        return site.made("data_analyzer_profiles", Map.of("name", name, "connectors", connectors));
    }

    private static void refused(Visitor visitor, String profile) {
        String path = "/data-analyzer/profiles/" + profile;
        assertThat(visitor.posts("/data-analyzer/forget", Map.of("name", "test")))
                .isEqualTo(403);
        assertThat(visitor.posts(path, Map.of("name", "mine", "connectors", "all")))
                .isEqualTo(403);
        assertThat(visitor.posts(path + "/delete", Map.of())).isEqualTo(403);
        assertThat(visitor.posts(path + "/connectors/" + hq + "?in=false", Map.of()))
                .isEqualTo(403);
        assertThat(visitor.posts(path + "/connectors?in=false", Map.of())).isEqualTo(403);
    }
}
