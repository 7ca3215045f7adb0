// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.engine.connector.Connector.General;
import dev.birdsong.server.Served;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.tenant.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyConnectorsTest {

    private static final int MANY = 10_000;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;

    @BeforeAll
    static void start() throws InterruptedException, ExecutionException {
        chromium = Chromium.start();
        served = Served.in(folder);
        State state = served.server().parts().state();
        try (ExecutorService several = Executors.newFixedThreadPool(16)) {
            var all = IntStream.range(0, MANY)
                    .mapToObj(ManyConnectorsTest::paused)
                    .map(connector ->
                            (Callable<Connector>) () -> state.connectors().create(connector))
                    .toList();
            for (Future<Connector> made : several.invokeAll(all)) {
                made.get();
            }
        }
    }

    private static NewConnector paused(int number) {
        return new NewConnector(
                new General(Tenant.DEFAULT_ID, "birds %05d".formatted(number), "honeypot", "thinkst_canary", "dp"),
                new Configuration(
                        "c" + number + ".canary.tools", Duration.ofMinutes(5), List.of("incidents"), Optional.empty()),
                new Collecting(false, List.of()),
                List.of("Default"),
                new Secret(Served.CONSOLE_TOKEN));
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void showsTenThousandConnectorsByPages() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Page page = visitor.page();
            page.navigate("/connectors");
            assertThat(page.locator(".pager")).containsText("1–50 of 10,000");
            assertThat(page.locator("tbody tr").first()).containsText("birds 00000");
            visitor.shows("overview-many");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                    .click();
            assertThat(page.locator("tbody tr").first()).containsText("birds 00050");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Name"))
                    .click();
            assertThat(page.locator("tbody tr").first()).containsText("birds 09999");
            page.getByPlaceholder("Search name, host, tenant").fill("c777.canary");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.navigate("/connectors?status=paused&page=199");
            assertThat(page.locator(".pager")).containsText("9,951–10,000 of 10,000");
            page.navigate("/connectors?status=failing");
            assertThat(page.getByText("Nothing fits")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void exportsAllOfThem() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            String csv =
                    visitor.page().request().get("/connectors.csv?sort=-name").text();

            assertThat(csv.lines()).hasSize(MANY + 1);
            assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                    .startsWith(
                            "birds 09999,c9999.canary.tools,honeypot,Thinkst Canary,Incidents,5,dp,Default,Paused,");
        }
    }
}
