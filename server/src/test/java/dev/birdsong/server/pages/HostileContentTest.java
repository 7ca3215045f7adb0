// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever attackers typed, and whatever people wrote at the console, is shown as text.
class HostileContentTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    private static final List<String> LISTS = List.of(
            "/overview",
            "/hunting?range=all&index=*&columns=username,thinkst_canary.event.PASSWORD,thinkst_canary.event.USERAGENT",
            "/incidents?state=all",
            "/birds",
            "/attackers?range=all&by=srcip",
            "/attackers?range=all&by=username",
            "/attackers?range=all&by=password",
            "/attackers?range=all&by=agent",
            "/attackers?range=all&by=srcip_host");
    private static final List<String> FOREIGN =
            List.of("main script", "main img", "main iframe", "main [onerror]", "main [onload]", "table h1", "bdi *");

    @TempDir
    static Path folder;

    private static SimulatedConsole console;
    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        console = SimulatedConsole.start(ConsoleSettings.defaults()
                .withToken(Served.CONSOLE_TOKEN)
                .withPopulation(Population.small().withIncidents(300))
                .with("hostile", "true"));
        served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", console.host()));
        attack(console.attackOf(4002));
        String connector = served.admin()
                .post("/connect/api/v1/connectors", Api.connector("default", "birds", console.host()))
                .text("/_id");
        String bird = device();
        collect(connector);
        console.renameDevice(bird, MARKUP);
        collect(connector);
    }

    private static void attack(String incident) {
        console.append(
                incident,
                Api.JSON.writeValueAsString(Map.of(
                        "USERNAME",
                        MARKUP,
                        "PASSWORD",
                        "a\u0000b\u202Efdp.exe",
                        "USERAGENT",
                        "A".repeat(100_000),
                        MARKUP,
                        MARKUP)));
        console.append(
                incident,
                Api.JSON.writeValueAsString(
                        Map.of("USERNAME", "=HYPERLINK(\"http://203.0.113.9/\")", "PASSWORD", "@SUM(1)")));
    }

    private static String device() {
        return Api.anonymous(java.net.URI.create("http://" + console.host()))
                .get("/_truth?kind=device&brief=true")
                .text()
                .lines()
                .findFirst()
                .map(line -> Api.JSON.readTree(line).path("id").asString())
                .orElseThrow();
    }

    private static void collect(String connector) {
        assertThat(served.admin()
                        .post("/connect/api/v1/connectors/" + connector + "/collect?wait=true", "")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
        console.close();
        chromium.close();
    }

    @Test
    void isShownAsTextOnEveryPage() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            List<String> linked = new ArrayList<>();
            for (String path : LISTS) {
                page.navigate(path);
                isTextAlone(page);
                page.locator("table.records tbody a").all().stream()
                        .limit(6)
                        .map(link -> link.getAttribute("href"))
                        .forEach(linked::add);
            }
            for (String path : linked) {
                page.navigate(path);
                isTextAlone(page);
                assertThat(page.locator("main h1").first()).isAttached();
            }
            assertThat(dialogs).isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void isShownAsTextInTheDetailsOfARecordAndAsItsFrequentValues() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/hunting?range=all&index=syslog&q=onerror");
            for (Locator opener :
                    page.locator("button.opener").all().stream().limit(5).toList()) {
                opener.click();
            }
            assertThat(page.locator("tr.detail").first()).isVisible();
            page.getByLabel("Find a field").fill("username");
            page.locator("#field-names summary:visible").first().click();
            assertThat(page.locator(".top-values li").first()).isVisible();
            isTextAlone(page);
            visitor.shows("hostile");
            page.navigate("/hunting?range=all&index=syslog&q=" + "fdp.exe");
            assertThat(page.locator("table.records tbody tr").first()).isVisible();
            page.locator("button.opener").first().click();
            assertThat(page.locator("tr.detail")).containsText("⟨U+202E⟩");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void isNoFormulaInASpreadsheet() {
        String csv = served.admin()
                .get("/connect/api/data/syslog/_export?format=csv&fields=username,thinkst_canary.event.PASSWORD")
                .text();

        assertThat(csv).contains("\"'=HYPERLINK(").contains("'@SUM(1)");
        assertThat(csv).doesNotContainPattern("(?m)^\"?[=@]").doesNotContain(",=", ",@", ",\"=", ",\"@");
    }

    private static void isTextAlone(Page page) {
        for (String selector : FOREIGN) {
            assertThat(page.locator(selector)).hasCount(0);
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as(page.url())
                .isTrue();
    }
}
