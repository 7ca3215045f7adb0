// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at what could not be read, and has it read again.
class QuarantinePageTest {

    @TempDir
    static Path folder;

    private static Site site;
    private static String connector;
    private static String broken;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
        broken = site.served().console().incidentIds().skip(3).findFirst().orElseThrow();
        site.served().console().fault(Fault.parse("broken-record=" + broken));
        connector = "/connectors/" + site.connector("birds", true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void showsItsBytesAndWhyTheyCannotBeRead() throws IOException {
        try (Visitor visitor = site.admin(connector)) {
            Page page = visitor.page();
            page.locator("#live a[href*='/quarantine/']").click();
            assertThat(page.locator(".facts")).containsText("stops being JSON");
            assertThat(page.getByLabel("The bytes as text")).containsText(broken);
            assertThat(page.getByLabel("The bytes in hexadecimal")).containsText("00000000  7b");
            visitor.shows("quarantined");
            Download file = page.waitForDownload(
                    () -> page.locator("a", text("Download")).click());
            assertThat(Files.readString(file.path())).contains(broken);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void readsItAgainAndTellsWhatCameOfIt() {
        try (Visitor visitor = site.admin(connector)) {
            Page page = visitor.page();
            page.locator("button", text("Read all again")).click();
            assertThat(page.locator("main")).containsText("1 still cannot be read");
            visitor.shows("quarantine");
            page.locator("#live a[href*='/quarantine/']").click();
            page.locator("button", text("Read again")).click();
            assertThat(page.locator("main")).containsText("0 read and no longer in quarantine");
        }
    }

    @Test
    void goesBackToAnIdOfTheConsole() {
        try (Visitor visitor = site.admin(connector)) {
            Page page = visitor.page();
            page.getByLabel("Where to rewind Incidents to").fill("2");
            page.getByLabel("Rewind Incidents to there").click();
            assertThat(page.locator("main")).containsText("Nothing doubles");
        }
    }

    @Test
    void letsReadersLookButNotReplay() {
        try (Visitor visitor = site.reader(connector)) {
            Page page = visitor.page();
            assertThat(page.locator("button", text("Read all again"))).hasCount(0);
            page.locator("#live a[href*='/quarantine/']").click();
            assertThat(page.getByLabel("The bytes as text")).containsText(broken);
            assertThat(page.locator("button", text("Read again"))).hasCount(0);
            assertThat(visitor.posts(connector + "/quarantine/replay", Map.of()))
                    .isEqualTo(403);
        }
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
