// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.testkit.RandomSeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whatever is sent, the server tells what is wrong with it, and nothing is an error of ours.
class FuzzTest {

    private static final int REQUESTS = 2_500;

    @TempDir
    static Path folder;

    private static SimulatedConsole console;
    private static Served served;
    private static Api admin;
    private static Customer customer;

    @BeforeAll
    static void start() {
        console = Customer.console(33);
        served = Served.in(
                folder,
                Map.of("BIRDSONG_INSECURE_CONSOLES", console.host(), "BIRDSONG_ALLOWED_CONSOLES", "nowhere.invalid"));
        // once: drawn sign-ins that fail would soon keep everybody out who comes from here
        admin = served.admin();
        customer = Customer.made(admin, "fuzzed", console);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
        console.close();
    }

    @RandomSeeds(4)
    void isNeverAnErrorOfOursAndAlwaysToldInTheSameForm(long seed) {
        List<Attempt> attempts = Attempts.of(served.server());
        Things own = customer.things().and("<own>", customer.things().of("<tenant>"));
        Fuzz fuzz = new Fuzz(new Random(seed), attempts, own, admin.token());

        for (int i = 0; i < REQUESTS; i++) {
            RawRequest request = fuzz.next();
            Api.Answer answer = request.to(admin.address());

            assertThat(answer.status()).as("%s%n%s", request, answer.text()).isLessThan(500);
            if (answer.status() >= 400 && !request.line().startsWith("HEAD ") && !isPage(request, answer)) {
                JsonNode error = error(request, answer);
                assertThat(error.path("code").asString()).as("%s", request).matches("[a-z]+(-[a-z]+)*");
                assertThat(error.path("message").asString())
                        .as("%s", request)
                        .isNotBlank()
                        .doesNotContain("\n", "\r");
            }
        }
        assertThat(Api.anonymous(admin.address()).get("/health/ready").status()).isEqualTo(200);
    }

    /// Who asks for a page outside the API, also for one that is not there, is answered by a page.
    private static boolean isPage(RawRequest request, Api.Answer answer) {
        return request.toString().contains("Accept: text/html")
                && !request.line().contains(" /connect/api/")
                && answer.text().startsWith("<!doctype html>");
    }

    private static JsonNode error(RawRequest request, Api.Answer answer) {
        try {
            return answer.json().path("error");
        } catch (JacksonException e) {
            throw new AssertionError(request + "\n-> " + answer, e);
        }
    }
}
