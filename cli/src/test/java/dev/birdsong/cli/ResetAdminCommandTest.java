// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.cli.api.ApiException;
import dev.birdsong.server.access.Passwords;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.access.User;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetAdminCommandTest {

    private static final String TENANTS = "/connect/api/v1/tenants";
    private static final Pattern EMAIL = Pattern.compile("email     (\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("password  (\\S+)");
    private static final Pattern KEY = Pattern.compile("API key   (\\S+)");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void letsTheFirstAdministratorSignInAgainWhileTheServerRuns() throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder);
                ApiClient before = served.client(ServedFixture.API_KEY)) {
            before.get(TENANTS);

            Ran ran = Ran.command("reset-admin", "--config", served.config());

            assertThat(ran.status()).as(ran.err()).isZero();
            try (ApiClient after = served.client(found(KEY, ran))) {
                assertThat(after.get(TENANTS).path("total").asLong()).isEqualTo(1);
            }
            assertThatThrownBy(() -> before.get(TENANTS))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("do not go together");
            assertThat(signIn(served, found(EMAIL, ran), found(PASSWORD, ran))).isBetween(300, 399);
            assertThat(signIn(served, found(EMAIL, ran), "another password")).isEqualTo(401);
        }
    }

    @Test
    void switchesTheUserOnAgain() throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder)) {
            switchOffTheFirst(served);

            Ran ran = Ran.command("reset-admin", "--config", served.config());

            try (ApiClient after = served.client(found(KEY, ran))) {
                assertThat(after.get(TENANTS).path("total").asLong()).isEqualTo(1);
            }
        }
    }

    @Test
    void makesAnAdministratorWhereThereIsNone() throws IOException {
        Path config = Files.writeString(folder.resolve("birdsong.yml"), "data-dir: " + folder.resolve("data") + "\n");

        Ran ran = Ran.command("reset-admin", "--config", config.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(found(EMAIL, ran)).isEqualTo("admin@birdsong.local");
        assertThat(found(KEY, ran)).startsWith("bsk_");
        assertThat(found(PASSWORD, ran)).hasSizeGreaterThanOrEqualTo(20);
    }

    private static void switchOffTheFirst(ServedFixture served) {
        try (State state = served.state()) {
            User first = state.users().list().getFirst();
            state.users().create("zoe@example.com", "Zoe", new Secret(Passwords.hash("any")), first.access());
            state.users()
                    .edit(new User(
                            first.id(),
                            first.email(),
                            first.name(),
                            first.access(),
                            false,
                            first.createdAt(),
                            first.stamp()));
        }
    }

    /// Signs in as at a browser; the status of the answer.
    private static int signIn(ServedFixture served, String email, String password)
            throws IOException, InterruptedException {
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            URI page = served.address().resolve("/sign-in");
            String form = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            Matcher csrf = CSRF.matcher(form);
            assertThat(csrf.find()).as(form).isTrue();
            String entered = Stream.of("email", email, "password", password, "_csrf", csrf.group(1))
                    .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .gather(Gatherers.windowFixed(2))
                    .map(pair -> String.join("=", pair))
                    .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(page)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(entered))
                    .build();
            return browser.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static String found(Pattern pattern, Ran ran) {
        Matcher matcher = pattern.matcher(ran.out());
        assertThat(matcher.find()).as(ran.out()).isTrue();
        return matcher.group(1);
    }
}
