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
import com.microsoft.playwright.options.SelectOption;
import dev.birdsong.server.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilterPagesTest {

    @TempDir
    static Path folder;

    private static Site site;
    private static String connector;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        connector = site.connector("Birds of HQ", true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void makesPreviewsAndEditsAFilter() {
        try (Visitor visitor = site.admin("/log-filters")) {
            Page page = visitor.page();
            page.getByText("Create", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Name").fill("Devices of today");
            fill(page, 0, "msg_class", "is one of");
            page.getByLabel("Values").fill("canary_devices\nno_such_class");
            press(page, "Add condition");
            fill(page, 1, "record_type", "has a value");
            press(page, "Preview");
            assertThat(page.locator(".preview h2")).containsText("It would have left out");
            assertThat(page.locator(".preview tbody tr").first()).isVisible();
            visitor.shows("log-filter");
            press(page, "Create");

            Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Devices of today"));
            assertThat(row).containsText("msg_class is one of “canary_devices”, “no_such_class”");
            assertThat(row).containsText("record_type has a value");
            row.getByText("Edit").click();
            page.getByLabel("Remove this condition").last().click();
            page.getByLabel("Operator").selectOption("is");
            assertThat(value(page)).hasValue("canary_devices");
            press(page, "Save");
            assertThat(row).containsText("msg_class is “canary_devices”");
            assertThat(row).not().containsText("record_type");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void deletesAFilterThatNoConnectorUses() {
        filter("Unused");
        try (Visitor visitor = site.admin("/log-filters")) {
            visitor.page().getByLabel("Delete Unused").click();
            confirm(visitor.page(), "Delete");
            assertThat(visitor.page().getByText("The log filter Unused is deleted."))
                    .isVisible();
        }
    }

    @Test
    void showsWhatIsWrongAtItsConditionAndKeepsWhatWasTyped() {
        try (Visitor visitor = site.admin("/log-filters/new")) {
            Page page = visitor.page();
            page.getByLabel("Name").fill("Wrong");
            fill(page, 0, "event_name", "is");
            value(page).fill("x");
            press(page, "Add condition");
            fill(page, 1, "srcip", "is in the network");
            value(page).last().fill("not a network");
            press(page, "Create");

            assertThat(page.locator("[data-problem='conditions[1].value']")).containsText("takes a network such as");
            assertThat(value(page).last()).hasValue("not a network");
            assertThat(value(page).last()).isFocused();
            visitor.shows("log-filter-wrong");
            page.getByLabel("Remove this condition").first().click();
            press(page, "Preview");
            assertThat(page.locator("[data-problem='conditions[0].value']")).containsText("takes a network such as");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void doesNotDeleteAFilterThatAConnectorUses() {
        site.served()
                .admin()
                .put("/connect/api/v1/connectors/" + connector, Map.of("filter_list", List.of(filter("Used"))));
        try (Visitor visitor = site.admin("/log-filters")) {
            Page page = visitor.page();
            page.getByLabel("Delete Used").click();
            confirm(page, "Delete");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("is used by Birds of HQ");
            assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("Used")))
                    .containsText("1 connector");
            visitor.shows("log-filters");
        }
    }

    @Test
    void letsAUserReadOnly() {
        String filter = filter("For all to read");
        try (Visitor visitor = site.reader("/log-filters")) {
            Page page = visitor.page();
            assertThat(page.getByText("For all to read")).isVisible();
            assertThat(page.locator("main a.btn, main button")).hasCount(0);
            visitor.isAccessible();

            assertThat(visitor.posts("/log-filters/" + filter + "/delete", Map.of()))
                    .isEqualTo(403);
            assertThat(visitor.posts("/log-filters/" + filter, Map.of("name", "mine")))
                    .isEqualTo(403);
            assertThat(visitor.posts("/log-filters/new", Map.of("name", "mine", "cust_id", "default")))
                    .isEqualTo(403);
            assertThat(visitor.page().navigate("/log-filters/new").status()).isEqualTo(403);
            Api.Answer kept = site.served().admin().get("/connect/api/v1/log_filters/" + filter);
            assertThat(kept.text("/name")).isEqualTo("For all to read");
        }
    }

    private static void fill(Page page, int number, String field, String operator) {
        Locator row = page.getByLabel("Condition " + (number + 1), new Page.GetByLabelOptions().setExact(true));
        row.getByLabel("Field").fill(field);
        row.getByLabel("Operator").selectOption(new SelectOption().setLabel(operator));
    }

    private static Locator value(Page page) {
        return page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true));
    }

    private static String filter(String name) {
        Map<String, Object> condition = Map.of("field", "event_name", "operator", "is", "value", "nothing");
        return site.made("log_filters", Map.of("name", name, "cust_id", "all", "conditions", List.of(condition)));
    }
}
