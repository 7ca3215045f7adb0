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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetAdminCommandTest {

    private static final String TENANTS = "/connect/api/v1/tenants";
    private static final Pattern EMAIL = Pattern.compile("email     (\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("password  (\\S+)");
    private static final Pattern KEY = Pattern.compile("API key   (\\S+)");

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
            assertPasswordIs(found(PASSWORD, ran), served.state());
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

    private static void assertPasswordIs(String password, State opened) {
        try (State state = opened) {
            User user = state.users().list().getFirst();
            String hash = state.users().passwordHash(user.id()).orElseThrow().reveal();

            assertThat(Passwords.matches(password, hash)).isTrue();
            assertThat(Passwords.matches("another", hash)).isFalse();
        }
    }

    private static String found(Pattern pattern, Ran ran) {
        Matcher matcher = pattern.matcher(ran.out());
        assertThat(matcher.find()).as(ran.out()).isTrue();
        return matcher.group(1);
    }
}
