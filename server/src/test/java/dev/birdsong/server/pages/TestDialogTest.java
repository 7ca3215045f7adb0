// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.state.tenant.Tenant;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDialogTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
        served.admin()
                .post(
                        "/connect/api/v1/connectors",
                        Api.connector(Tenant.DEFAULT_ID, "Birds of HQ", served.consoleHost()));
        visitor = Visitor.signedIn(chromium, served);
    }

    @AfterAll
    static void stop() {
        visitor.close();
        served.close();
        chromium.close();
    }

    @AfterEach
    void mend() {
        served.console().clearFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR"
    })
    void saysOfEachStatusWhatItMeansAndWhatToLookAt(int status, Advice advice) {
        served.console().fault(Fault.always(new Effect.Status(status, false)));

        explains(Integer.toString(status), advice);
    }

    @Test
    void saysThatTheConsoleAsksForPatience() {
        served.console().fault(Fault.always(new Effect.TooMany(Optional.of(60))));

        explains("429", Advice.TOO_MANY_REQUESTS);
    }

    @Test
    void leadsFromAFailureToTheFormThatMendsIt() {
        served.console().fault(Fault.always(new Effect.Status(403, false)));
        Locator dialog = test();

        dialog.getByText("Edit the connector").click();

        assertThat(visitor.page()).hasURL(Pattern.compile(".*/connectors/[0-9a-f]+/edit"));
    }

    @Test
    void staysUntilItsCrossIsUsed() {
        Locator dialog = test();
        assertThat(dialog).containsText("Success!");

        visitor.page().keyboard().press("Escape");
        visitor.page().keyboard().press("Escape");
        assertThat(dialog).isVisible();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();

        assertThat(dialog).isHidden();
    }

    private static void explains(String status, Advice advice) {
        Locator dialog = test();
        assertThat(dialog).containsText("Failure.");
        dialog.getByText("Show More").click();
        assertThat(dialog).containsText(status);
        assertThat(dialog).containsText(advice.explanation());
        advice.recommendation().forEach(line -> assertThat(dialog).containsText(line));
    }

    private static Locator test() {
        Page page = visitor.page();
        page.navigate("/connectors");
        page.getByLabel("Test Birds of HQ").click();
        return page.getByRole(AriaRole.DIALOG);
    }
}
