// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.birdsong.state.tenant.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuntingPageTest {

    private static final String ALL = "/hunting?index=syslog&range=all";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        site.connector("birds", true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void changesTheIndicesAndTheTimeAtOnceAndRemembersTheIndices() {
        try (Visitor visitor = site.admin("/hunting?index=syslog")) {
            Page page = visitor.page();
            page.getByLabel("Indices").selectOption("Assets");
            assertThat(page).hasURL(Pattern.compile(".*index=assets.*"));
            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).selectOption("all");
            assertThat(page.locator("[role=status]").first()).hasText(Pattern.compile("25 records.*"));
            visitor.shows("hunting-assets");
        }
        try (Visitor another = site.admin("/hunting")) {
            assertThat(another.page().getByLabel("Indices")).hasValue("assets");
        }
    }

    @Test
    void pointsAtTheColumnOfAWrongQuery() {
        try (Visitor visitor = site.admin(ALL)) {
            Page page = visitor.page();
            page.getByLabel("Search").fill("srcip:(10.0.0.1");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("column");
            assertThat(page.locator(".marked mark")).isVisible();
            assertThat(page.getByLabel("Search")).hasValue("srcip:(10.0.0.1");
            visitor.shows("hunting-problem");
        }
    }

    @Test
    void saysThatRecordsLieOutsideOfTheTime() {
        try (Visitor visitor =
                site.admin("/hunting?range=custom&from=0&to=1000&index=syslog&q=msg_class:canary_audit")) {
            Page page = visitor.page();
            assertThat(page.getByText("outside of this time")).isVisible();
            visitor.shows("hunting-empty");
            page.getByText("Look at all time").click();
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
        }
    }

    @Test
    void takesATimeAsItIsTypedInAQuery() {
        try (Visitor visitor = site.admin(ALL)) {
            Page page = visitor.page();
            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).selectOption("custom");
            page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("now-31d");
            page.keyboard().press("Enter");
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
            page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("some day");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("some day");
        }
    }

    @Test
    void opensARecordBelowItsRowAndFindsByAValueOfIt() {
        try (Visitor visitor = site.admin(ALL + "&q=record_type:event")) {
            Page page = visitor.page();
            page.getByLabel("Details").first().click();
            assertThat(page.locator("tr.detail")).isVisible();
            visitor.shows("hunting-record");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("JSON"))
                    .click();
            assertThat(page.locator("tr.detail pre")).containsText("\"record_type\"");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Fields"))
                    .click();
            page.getByLabel("Only with this event_class").click();
            assertThat(page.getByLabel("Search")).hasValue("record_type:event AND event_class:\"attack\"");
            page.getByLabel("Details").first().click();
            page.getByLabel("Without this event_class").click();
            assertThat(page.getByText("No records")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void showsARecordAtAnAddressOfItsOwn() {
        try (Visitor visitor = site.admin(ALL + "&q=msg_class:canary_devices")) {
            Page page = visitor.page();
            page.locator("table.records tbody .c-time a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/hunting/records/.*"));
            visitor.shows("hunting-deep-link");
            page.getByLabel("Only with this tenantid").click();
            assertThat(page.getByLabel("Search")).hasValue("tenantid:\"" + Tenant.DEFAULT_ID + "\"");
            assertThat(page.locator("table.records tbody tr:not(.more)")).hasCount(100);
        }
    }

    @Test
    void showsOneHundredMoreAsOftenAsThereAreMore() {
        try (Visitor visitor = site.admin(ALL + "&q=record_type:event")) {
            Page page = visitor.page();
            Locator more = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show 100 more"));
            more.click();
            assertThat(page.locator("table.records tbody tr:not(.more)")).hasCount(200);
            more.click();
            assertThat(page.locator("table.records tbody tr:not(.more)")).hasCount(300);
            List<Object> links = page.locator("table.records tbody .c-time a").all().stream()
                    .map(link -> (Object) link.getAttribute("href"))
                    .toList();
            assertThat(links).doesNotHaveDuplicates();
            page.navigate(page.url() + "&after=" + "%5B1%2C%22x%22%5D");
            assertThat(page.getByText("Nothing that was collected fits").or(page.locator("table.records")))
                    .isVisible();
        }
    }

    @Test
    void looksCloselyAtWhatIsDraggedOver() {
        try (Visitor visitor = site.admin(ALL + "&q=record_type:event")) {
            Page page = visitor.page();
            BoundingBox plot = page.locator(".chart-plot").boundingBox();
            page.mouse().move(plot.x + plot.width * 0.5, plot.y + 20);
            page.mouse().down();
            page.mouse().move(plot.x + plot.width * 0.9, plot.y + 30);
            page.mouse().up();
            assertThat(page).hasURL(Pattern.compile(".*range=custom&from=\\d+&to=\\d+.*"));
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
        }
    }

    @Test
    void refreshesByItselfAndIsReachedByKeys() {
        try (Visitor visitor = site.admin("/overview")) {
            Page page = visitor.page();
            page.clock().install();
            page.navigate(ALL + "&q=record_type:incident");
            page.getByLabel("Refresh").selectOption("10");
            String before = page.locator("#results [role=status]").textContent();
            site.served().console().attackOf(4002);
            site.collect();
            page.clock().fastForward(11_000);
            assertThat(page.locator("#results [role=status]")).not().hasText(before);
            page.keyboard().press("Escape");
            page.locator("body").press("/");
            assertThat(page.getByLabel("Search")).isFocused();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void offersFieldsAndValuesWhileTyping() {
        try (Visitor visitor = site.admin(ALL)) {
            Page page = visitor.page();
            Locator box = page.getByLabel("Search");
            box.pressSequentially("event_na");
            assertThat(page.locator("#q-offers li").first()).containsText("event_name:");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(box).hasValue("event_name:");
            box.pressSequentially("SSH");
            Locator value = page.locator("#q-offers li").filter(new Locator.FilterOptions().setHasText("SSH Login"));
            assertThat(value).isVisible();
            visitor.shows("hunting-completion");
            value.click();
            assertThat(box).hasValue("event_name:\"SSH Login Attempt\" ");
            page.keyboard().press("Enter");
            assertThat(page.locator("table.records tbody tr").first()).containsText("SSH Login Attempt");
        }
    }

    @Test
    void addsAFrequentValueAndAColumn() {
        try (Visitor visitor = site.admin(ALL + "&q=record_type:event")) {
            Page page = visitor.page();
            page.getByLabel("Find a field").fill("severity");
            page.locator("#field-names summary:visible").first().click();
            assertThat(page.locator(".top-values li").first()).isVisible();
            visitor.shows("hunting-fields");
            page.getByLabel("Only with high").click();
            assertThat(page.getByLabel("Search")).hasValue("record_type:event AND severity:\"high\"");
            page.getByLabel("Find a field").fill("PASSWORD");
            page.locator("#field-names summary:visible").first().click();
            page.getByText("Show as a column").click();
            assertThat(page.locator("table.records thead")).containsText("Password");
            page.getByLabel("Move Password to the left").click();
            page.getByLabel("Remove the column Class").click();
            page.locator("table.records thead")
                    .getByText("Device", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*columns=.*PASSWORD.*sort=hostname.*"));
            visitor.shows("hunting-columns");
        }
    }

    @Test
    void keepsASearchAndFindsItAgain() {
        try (Visitor visitor = site.admin(ALL + "&q=event_name:\"SSH Login Attempt\"&columns=srcip,username")) {
            Page page = visitor.page();
            Site.press(page, "Save");
            page.getByLabel("Name").fill("ssh guesses");
            page.getByLabel("Seen by").selectOption("default");
            visitor.shows("hunting-save");
            Site.press(page, "Keep it");
            assertThat(page).hasURL(Pattern.compile(".*saved=.*"));
        }
        try (Visitor reader = site.reader("/hunting")) {
            Page page = reader.page();
            page.getByText("Saved queries").first().click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("ssh guesses.*")))
                    .click();
            assertThat(page.getByLabel("Search")).hasValue("event_name:\"SSH Login Attempt\"");
            assertThat(page.locator("table.records thead th")).hasCount(3);
            page.navigate("/hunting/saved");
            assertThat(page.getByText("ssh guesses")).isVisible();
            assertThat(page.getByText("Forget")).hasCount(0);
            reader.shows("hunting-saved");
        }
    }

    @Test
    void exportsAllThatIsFoundWithTheColumnsThatAreShown() throws IOException {
        try (Visitor visitor = site.admin(ALL + "&q=record_type:event&columns=srcip,username")) {
            Page page = visitor.page();
            long total = site.served()
                    .admin()
                    .get("/connect/api/data/syslog/_search?q=record_type:event&size=0&track_total_hits=true")
                    .number("/hits/total/value");
            page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
            var file = page.waitForDownload(
                    () -> page.getByText("CSV, the columns shown").click());
            List<String> lines = Files.readString(file.path(), StandardCharsets.UTF_8)
                    .replaceAll("\"[^\"]*\"", "quoted")
                    .lines()
                    .toList();
            assertThat(lines.getFirst()).isEqualTo("timestamp,srcip,username");
            assertThat(lines).hasSize((int) total + 1);
            assertThat(page.locator("[data-export-progress]")).containsText("records are in birdsong.csv");
        }
    }
}
