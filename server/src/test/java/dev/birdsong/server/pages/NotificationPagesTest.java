// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.state.State;
import dev.birdsong.state.notification.Deliveries.Due;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.Finding;
import dev.birdsong.state.notification.NotificationRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationPagesTest {

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = Site.in(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void makesARuleAndSaysWhatIsWrongAtItsField() {
        site.connector("Birds of HQ", false);
        try (Visitor visitor = site.admin("/notifications")) {
            Page page = visitor.page();
            assertThat(page.getByText("Nobody is told of anything yet")).isVisible();
            visitor.picture("notifications-empty");
            visitor.isAccessible();

            page.getByText("Create the first rule").click();
            fillIn(page);
            Site.press(page, "Create");
            assertThat(page.locator("[data-problem=name]")).isVisible();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("quiet consoles");
            Site.press(page, "Create");
            assertThat(page.locator("[data-problem=threshold]")).containsText("1 to 2160 hours");
            visitor.picture("notification-rule");
            visitor.isAccessible();
            hours(page).fill("24");
            Site.press(page, "Create");

            assertThat(page.locator("td", new Page.LocatorOptions().setHasText("No data for 24 hours")))
                    .isVisible();
            assertThat(page.getByText("1 connector")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void fillIn(Page page) {
        page.getByLabel("Tell when").selectOption("silent");
        assertThat(page.locator("#threshold-device_dark")).isHidden();
        hours(page).fill("0");
        page.getByLabel("Mail to").fill("soc@example.com\nnight@example.com");
        page.getByLabel("Some", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByText("Birds of HQ").click();
        page.getByLabel("Secret of the webhooks").fill("a secret of ours alone");
    }

    private static Locator hours(Page page) {
        return page.getByLabel("For at least so many hours").locator("visible=true");
    }

    @Test
    void testsSwitchesOffEditsAndDeletesARule() {
        String hq = site.connector("Birds of HQ", false);
        rule(Map.of("connectors", List.of(hq), "secret", "a secret of ours alone"));
        try (Visitor visitor = site.admin("/notifications")) {
            Page page = visitor.page();

            Site.press(page, "Send a test of consoles that fail");
            assertThat(page.locator(".alert-danger")).containsText("no mail server is set");
            page.getByRole(AriaRole.SWITCH).click();
            assertThat(page.getByRole(AriaRole.SWITCH)).not().isChecked();
            page.locator("th.name a").click();
            assertThat(page.getByLabel("Birds of HQ")).isChecked();
            assertThat(page.getByLabel("Secret of the webhooks")).hasValue("");
            assertThat(page.content()).doesNotContain("a secret of ours alone");
            Site.press(page, "Save");
            Site.press(page, "Delete consoles that fail");
            Site.confirm(page, "Delete");

            assertThat(page.getByText("Nobody is told of anything yet")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void showsWhatIsOpenWhatIsOverAndWhoWasTold() {
        happen(rule(Map.of()), site.connector("Birds of HQ", false), site.connectorOf("default", "Laboratory"));
        try (Visitor visitor = site.admin("/notifications")) {
            Page page = visitor.page();

            assertThat(page.locator("#open-alerts tbody tr")).hasCount(1);
            assertThat(page.locator("#open-alerts")).containsText("the mailbox is full");
            assertThat(page.locator(".bell")).hasAttribute("aria-label", "1 open alert");
            assertThat(page.getByText("Laboratory")).isVisible();
            visitor.picture("notifications");
            visitor.isAccessible();
            page.locator("#open-alerts").getByText("Birds of HQ").click();
            assertThat(page.locator("h1")).hasText("Birds of HQ");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void showsATenantItsAlertsAndNotWhomARuleForAllTells() {
        String rule = rule(Map.of());
        happen(rule, site.connector("Birds of HQ", false), site.connectorOf("default", "Laboratory"));
        try (Visitor reader = site.reader("/notifications")) {
            Page page = reader.page();

            assertThat(page.locator("#open-alerts tbody tr")).hasCount(1);
            assertThat(page.getByText("soc@example.com")).hasCount(0);
            assertThat(page.getByText("Create rule")).hasCount(0);
            reader.isAccessible();
            assertThat(reader.posts("/notifications/rules/" + rule + "/delete", Map.of()))
                    .isEqualTo(404);
        }
    }

    private String rule(Map<String, Object> more) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", "consoles that fail", "cust_id", "all"));
        rule.putAll(Map.of("kind", "failing", "threshold", 30));
        rule.put("emails", List.of("soc@example.com", "night@example.com"));
        rule.putAll(more);
        return site.made("notification_rules", rule);
    }

    private void happen(String id, String hq, String lab) {
        State state = site.served().server().parts().state();
        NotificationRule rule = state.notificationRules().find(id).orElseThrow();
        Instant now = Instant.now();
        Instant early = now.minus(Duration.ofHours(3));
        Finding one = new Finding(hq, "", "", early);
        Finding other = new Finding(lab, "", "", early);
        state.alerts().settle(rule, Set.of(hq, lab), List.of(one, other), early);
        List<Delivery> due =
                state.deliveries().due(now, 10).stream().map(Due::delivery).toList();
        state.deliveries()
                .delivered(due.stream().filter(told -> isTo(told, "soc")).toList(), early);
        state.deliveries()
                .failed(
                        due.stream().filter(told -> isTo(told, "night")).toList(),
                        "the mailbox is full",
                        early,
                        Optional.empty());
        state.alerts().settle(rule, Set.of(hq, lab), List.of(one), now);
    }

    private static boolean isTo(Delivery delivery, String name) {
        return delivery.to().recipient().startsWith(name);
    }
}
