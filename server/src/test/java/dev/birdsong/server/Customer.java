// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A tenant with all that one can have: a console, records, and users of every role.
///
/// @param word begins each of its names, and stands in its records
/// @param users who sees this tenant alone, by the names of what they may do
record Customer(String word, Things things, SimulatedConsole console, Map<String, Api> users) {

    private static final String V1 = "/connect/api/v1/";
    private static final List<String> ROLES = List.of("Super Admin", "Platform Admin", "Security Admin", "User");

    Customer {
        users = Map.copyOf(users);
    }

    Api user(String role) {
        return Objects.requireNonNull(users.get(role), role);
    }

    static SimulatedConsole console(long seed) {
        Population some = Population.empty()
                .withSeed(seed)
                .withIncidents(20)
                .withAudit(20)
                .withDevices(3);
        try {
            return SimulatedConsole.start(
                    ConsoleSettings.defaults().withToken(Served.CONSOLE_TOKEN).withPopulation(some));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes it, and collects all of its console.
    static Customer made(Api root, String word, SimulatedConsole console) {
        Maker maker = new Maker(root, word);
        String tenant = maker.made("tenants", "/cust_id", Map.of("cust_name", word + " customer"));
        String filter = maker.made("log_filters", "/_id", filter(tenant, word));
        String connector = maker.made("connectors", "/_id", connector(tenant, word, console, filter));
        String profile =
                maker.made("data_analyzer_profiles", "/_id", Map.of("name", word, "connectors", List.of(connector)));
        Map<String, Api> users = new HashMap<>();
        ROLES.forEach(role -> users.put(role, maker.signedIn(maker.user(role, tenant), role)));
        String user = maker.user("Security Admin", tenant);
        users.put("Security Admin by a key of less", maker.signedIn(user, "User"));
        Things things = new Things(Map.of(
                "<tenant>", tenant,
                "<connector>", connector,
                "<filter>", filter,
                "<user>", user,
                "<key>", maker.made("api_keys", "/_id", Map.of("name", word, "user_id", user)),
                "<profile>", profile,
                "<name>", word + " console",
                "<host>", console.host()));
        Customer customer = new Customer(word, things, console, users);
        customer.grow(root, 1);
        return customer.with("<record>", customer.records(root).getFirst())
                .with("<rule>", maker.made("notification_rules", "/_id", rule(tenant, word, connector)))
                .with("<query>", maker.made("saved_queries", "/_id", Map.of("name", word, "cust_id", tenant)));
    }

    private Customer with(String kind, String thing) {
        return new Customer(word, things.and(kind, thing), console, users);
    }

    /// More happens at its console, and is collected.
    void grow(Api root, int times) {
        for (String incident : console.attack(times)) {
            console.append(incident, "{\"MARK\": \"marked " + word + "\", \"" + word + "_KEY\": \"1\"}");
            console.act();
        }
        Api.Answer collected = root.post(V1 + "connectors/" + things.of("<connector>") + "/collect?wait=true", "");
        if (collected.status() != 200) {
            throw new IllegalStateException(collected.text());
        }
    }

    /// More is set up for it.
    void furnish(Api root, long number) {
        Maker maker = new Maker(root, word + " " + number);
        String tenant = things.of("<tenant>");
        String filter = maker.made("log_filters", "/_id", filter(tenant, word + number));
        maker.made("connectors", "/_id", connector(tenant, word + number, console, filter));
        root.put(V1 + "tenants/" + tenant, Map.of("cust_name", word + " named " + number));
    }

    /// The ids of its records.
    List<String> records(Api root) {
        List<String> ids = new ArrayList<>();
        root.get("/connect/api/data/*/_search?size=10000&q=tenantid:" + things.of("<tenant>"))
                .json()
                .at("/hits/hits")
                .forEach(hit -> ids.add(hit.path("_id").asString()));
        return ids;
    }

    /// What nobody else may be told.
    Set<String> secrets(Api root) {
        Set<String> secrets = new HashSet<>(records(root));
        secrets.addAll(things.named().values());
        secrets.add(word);
        return secrets;
    }

    private static Map<String, Object> rule(String tenant, String word, String connector) {
        return Map.of(
                "name",
                word + " rule",
                "cust_id",
                tenant,
                "kind",
                "silent",
                "threshold",
                1,
                "connectors",
                List.of(connector),
                "emails",
                List.of(word + "@example.com"));
    }

    private static Map<String, Object> filter(String tenant, String word) {
        Map<String, Object> condition = Map.of("field", "event_name", "operator", "is", "value", "no " + word);
        return Map.of("name", word + " filter", "cust_id", tenant, "conditions", List.of(condition));
    }

    private static Map<String, Object> connector(String tenant, String word, SimulatedConsole console, String filter) {
        Map<String, Object> connector = new HashMap<>(Api.connector(tenant, word + " console", console.host()));
        connector.put("active", false);
        connector.put("filter_list", List.of(filter));
        return connector;
    }

    /// Makes things as somebody who may make all.
    private record Maker(Api root, String word) {

        String made(String kind, String id, Map<String, Object> body) {
            Api.Answer answer = root.post(V1 + kind, body);
            if (answer.status() != 201) {
                throw new IllegalStateException(kind + ": " + answer.text());
            }
            return answer.text(id);
        }

        String user(String role, String tenant) {
            String email = word + "." + role.replace(" ", "") + "." + System.nanoTime() + "@example.com";
            return made(
                    "users",
                    "/_id",
                    Map.of(
                            "email",
                            email,
                            "role",
                            role,
                            "scope",
                            List.of(tenant),
                            "password",
                            "long enough to be one"));
        }

        Api signedIn(String user, String role) {
            String key = made("api_keys", "/api_key", Map.of("name", word, "user_id", user, "role", role));
            return Api.signedIn(root.address(), key);
        }
    }
}
