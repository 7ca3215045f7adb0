// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.state.State;
import dev.birdsong.testkit.RandomSeeds;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two tenants with users of every role, who try everything to see, count or change what is the other's.
class TenantIsolationTest {

    private static final Random RANDOM = new Random(7);

    @TempDir
    static Path folder;

    private static List<SimulatedConsole> consoles;
    private static Served served;
    private static Api root;
    private static Customer heron;
    private static Customer plover;

    @BeforeAll
    static void start() {
        consoles = List.of(Customer.console(11), Customer.console(22));
        String hosts =
                String.join(",", consoles.stream().map(SimulatedConsole::host).toList());
        served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", hosts));
        root = served.admin();
        heron = Customer.made(root, "qheronq", consoles.get(0));
        plover = Customer.made(root, "qploverq", consoles.get(1));
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
        for (SimulatedConsole console : consoles) {
            console.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersForTheOthersThingsAsForThingsThatAreNotThere(boolean turned) {
        Customer one = turned ? plover : heron;
        Customer other = turned ? heron : plover;
        Set<String> secrets = other.secrets(root);
        Things known = other.things().and("<own>", one.things().of("<tenant>"));
        Things unknown = other.things()
                .unknown(RANDOM)
                .and("<own>", one.things().of("<tenant>"))
                .and("<host>", other.things().of("<host>"));
        List<String> before = state(other);

        for (Attempt attempt : Attempts.of(served.server())) {
            one.users().forEach((role, user) -> {
                Api.Answer answer = attempt.with(known).by(user);

                assertThat(leaked(answer, attempt.with(known), secrets))
                        .as(role + ": " + attempt)
                        .isEmpty();
                if (attempt.asksForThings() && !attempt.goesOnFromAPlace()) {
                    Api.Answer nothing = attempt.with(unknown).by(user);
                    assertThat(known.blank(told(answer)))
                            .as(role + ": " + attempt)
                            .isEqualTo(unknown.blank(told(nothing)));
                }
            });
        }

        assertThat(state(other)).isEqualTo(before);
    }

    @Test
    void showsNothingOfTheOtherOnAnyPage() {
        Set<String> secrets = plover.secrets(root);
        String session = session(heron.things().of("<user>"));
        assertThat(page("/connectors", session).text()).contains(heron.word());

        for (Attempt attempt : Attempts.ofPages(served.server())) {
            Attempt asked = attempt.with(plover.things());
            Api.Answer answer = page(Attempt.encoded(asked.path()), session);
            assertThat(leaked(answer, asked, secrets)).as(asked.toString()).isEmpty();
            assertThat(answer.status()).as(asked.toString()).isLessThan(500);
        }
    }

    private static String session(String userId) {
        State state = served.server().parts().state();
        return state.sessions().begin(state.users().find(userId).orElseThrow()).reveal();
    }

    private static Api.Answer page(String path, String session) {
        HttpRequest request = HttpRequest.newBuilder(root.address().resolve(path))
                .header("Cookie", "birdsong_session=" + session)
                .build();
        HttpResponse<String> response = root.client()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        return new Api.Answer(response.statusCode(), response.body());
    }

    @Test
    void saysThatThereIsNoSuchThingAndNotThatItIsForbidden() {
        Api user = heron.user("Super Admin");

        assertThat(Stream.of("connectors/<connector>", "tenants/<tenant>", "log_filters/<filter>", "api_keys/<key>")
                        .map(path -> user.get(
                                        "/connect/api/v1/" + plover.things().fill(path))
                                .status()))
                .containsOnly(404);
        assertThat(user.get(heron.things().fill("/connect/api/v1/connectors/<connector>"))
                        .status())
                .isEqualTo(200);
    }

    @RandomSeeds(3)
    void seesTheSameHoweverTheOtherTenantGrows(long seed) {
        Random random = new Random(seed);
        Things things = plover.things().and("<own>", heron.things().of("<tenant>"));
        List<Attempt> attempts = new ArrayList<>(Attempts.of(served.server()).stream()
                .filter(attempt -> attempt.method().equals("GET"))
                .toList());
        Stream.generate(() -> SearchAttempts.drawn(random)).limit(60).forEach(attempts::add);
        List<Api> users = List.copyOf(heron.users().values());
        Api user = users.get(random.nextInt(users.size()));
        Map<Attempt, String> before = answers(user, attempts, things);

        plover.grow(root, 1 + random.nextInt(5));
        plover.furnish(root, seed);

        answers(user, attempts, things)
                .forEach((asked, answer) ->
                        assertThat(answer).as(asked.toString()).isEqualTo(before.get(asked)));
        Set<String> secrets = plover.secrets(root);
        for (Attempt attempt : attempts) {
            Attempt asked = attempt.with(things);
            assertThat(leaked(asked.by(user), asked, secrets))
                    .as(asked.toString())
                    .isEmpty();
        }
    }

    @Test
    void nameAndAskTheSameWithoutKnowingOfEachOther() {
        List<Integer> statuses = new ArrayList<>();
        for (String word : List.of("Swift", "Martin")) {
            String tenant = root.post("/connect/api/v1/tenants", Map.of("cust_name", word))
                    .text("/cust_id");
            Api.Answer made = root.post(
                    "/connect/api/v1/connectors",
                    Api.connector(tenant, "same name", consoles.getFirst().host()));
            statuses.add(made.status());
        }

        assertThat(statuses).containsExactly(201, 201);
    }

    private static Map<Attempt, String> answers(Api user, List<Attempt> attempts, Things things) {
        Map<Attempt, String> answers = new LinkedHashMap<>();
        attempts.stream()
                .map(attempt -> attempt.with(things))
                .forEach(asked -> answers.put(asked, lines(asked.by(user).text())));
        return answers;
    }

    /// Its lines in an order of their own: records of the same millisecond may be exported in any.
    private static String lines(String text) {
        return withoutTimes(text).lines().sorted().collect(Collectors.joining("\n"));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\"(took|lag_seconds)\":\\d+", "");
    }

    private static String told(Api.Answer answer) {
        return answer.status() + " " + lines(answer.text());
    }

    /// What root sees of a tenant.
    private static List<String> state(Customer customer) {
        return Stream.of(
                        "connectors/<connector>",
                        "connectors/<connector>/positions",
                        "tenants/<tenant>",
                        "log_filters/<filter>",
                        "users/<user>",
                        "api_keys/<key>",
                        "notification_rules/<rule>",
                        "saved_queries/<query>",
                        "data_analyzer_profiles/<profile>")
                .map(path -> root.get("/connect/api/v1/" + customer.things().fill(path)))
                .map(TenantIsolationTest::told)
                .toList();
    }

    /// What an answer tells of somebody's secrets, but for those that were in the question.
    private static List<String> leaked(Api.Answer answer, Attempt asked, Set<String> secrets) {
        return secrets.stream()
                .filter(secret -> answer.text().contains(secret))
                .filter(secret -> !asked.toString().contains(secret))
                .toList();
    }
}
