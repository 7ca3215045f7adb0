// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Each test has a tenant of its own, named as the test is.
class ApplyCommandTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path folder;

    private static ServedFixture served;

    private String tenant = "";

    @BeforeAll
    static void start() throws IOException {
        served = new ServedFixture(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void name(TestInfo test) throws IOException {
        tenant = test.getTestMethod().orElseThrow().getName();
        served.write("token", TOKEN + "\n");
    }

    @Test
    void makesWhatIsNotThereAndTheSecondTimeNothing() throws Exception {
        String file = file("interval: 10");

        Ran first = apply(file);
        Ran second = apply(file);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out().lines())
                .containsExactly(
                        "+ tenant " + tenant,
                        "+ log_filter " + tenant + " scanner: srcip in [10.0.0.1, 10.0.0.2], severity is_not [low]",
                        "+ connector " + tenant + "/hq: host hq.canary.tools",
                        "+ connector " + tenant + "/lab: host lab.canary.tools",
                        "4 created, 0 changed, 0 unchanged, 0 failed");
        assertThat(second.out().lines()).containsExactly("= 4 unchanged", "nothing to change");
        assertThat(served.connectors(tenant)).hasSize(2);
        JsonNode made = connector("hq");
        assertThat(made.path("configuration").asString()).contains("\"interval\":10");
        assertThat(made.path("filter_list")).hasSize(1);
        assertThat(made.path("version").asLong()).isEqualTo(1);
        assertThat(served.token(made)).contains(new Secret(TOKEN));
    }

    @Test
    void showsTheDifferenceAndChangesNothingInADryRun() throws Exception {
        Ran before = apply(file("interval: 5"), "--dry-run");
        long tenants = served.get("tenants").path("total").asLong();
        apply(file("interval: 5"));
        Ran after = apply(file("interval: 10"), "--dry-run");

        assertThat(before.status()).as(before.err()).isZero();
        assertThat(before.out())
                .contains("+ tenant " + tenant, "+ log_filter ", "+ connector " + tenant + "/hq: host hq.canary.tools")
                .endsWith("4 to create, 0 to change, 0 unchanged, 0 failed; dry run: nothing was changed\n");
        assertThat(after.out().lines())
                .containsExactly(
                        "~ connector " + tenant + "/hq: interval 5 -> 10",
                        "= 3 unchanged",
                        "0 to create, 1 to change, 3 unchanged, 0 failed; dry run: nothing was changed");
        assertThat(served.get("tenants").path("total").asLong()).isEqualTo(tenants + 1);
        assertThat(connector("hq").path("configuration").asString()).contains("\"interval\":5");
    }

    @Test
    void changesWhatTheFileSaysAndNothingElse() throws Exception {
        apply(file("interval: 5"));
        served.put("connectors/" + id("lab"), Map.of("active", true));

        Ran ran = apply(file("interval: 5")
                .replace("info: a customer", "info: gone")
                .replace("value: low", "value: high")
                .replace("filter_list: [" + tenant + " scanner]", "filter_list: []")
                .replace("[incidents, devices]", "[devices, audit_trail]"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "~ tenant " + tenant + ": info a customer -> gone",
                        "~ log_filter " + tenant + " scanner: conditions srcip in [10.0.0.1, 10.0.0.2], severity is_not"
                                + " [low] -> srcip in [10.0.0.1, 10.0.0.2], severity is_not [high]",
                        "~ connector " + tenant + "/hq: content_type devices, incidents -> audit_trail, devices,"
                                + " filter_list " + tenant + " scanner -> none",
                        "= 1 unchanged",
                        "0 created, 3 changed, 1 unchanged, 0 failed");
        assertThat(connector("hq").path("filter_list")).isEmpty();
        assertThat(connector("lab").path("active").asBoolean())
                .as("the file says nothing of it")
                .isTrue();
    }

    @Test
    void sendsASecretWhenTheHostChangesAndWhenItIsToldTo() throws Exception {
        apply(file("interval: 5"));
        served.write("token", "another-token");

        Ran same = apply(file("interval: 5"));
        Secret kept = served.token(connector("hq")).orElseThrow();
        Ran moved = apply(file("interval: 5").replace("hq.canary.tools", "moved.canary.tools"));
        Ran renewed = apply(file("interval: 5").replace("hq.canary.tools", "moved.canary.tools"), "--renew-secrets");

        assertThat(same.out()).contains("nothing to change");
        assertThat(kept).isEqualTo(new Secret(TOKEN));
        assertThat(moved.out())
                .contains(
                        "~ connector " + tenant + "/hq: host hq.canary.tools -> moved.canary.tools, auth_token sent\n",
                        "= 3 unchanged");
        assertThat(renewed.out())
                .contains("~ connector " + tenant + "/hq: auth_token sent\n", "/lab: auth_token sent\n");
        assertThat(served.token(connector("hq"))).contains(new Secret("another-token"));
        assertThat(served.token(connector("lab"))).contains(new Secret("another-token"));
        assertThat(renewed.out() + moved.out() + renewed.err()).doesNotContain("another-token", TOKEN);
    }

    @Test
    void readsNoSecretThatIsNotSent() throws Exception {
        apply(file("interval: 5"));

        Ran ran = apply(file("interval: 10").replace("file: token", "file: gone"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("/hq: interval 5 -> 10\n");
    }

    @Test
    void tellsWhatIsRefusedAndGoesOn() throws Exception {
        Ran ran = apply(file("interval: 9999").replace("operator: is_not", "operator: isnt"));
        Ran again = apply(file("interval: 60"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("birdsong: connectors.yml: log_filters '" + tenant
                                + " scanner': conditions[1].operator: ")
                        && line.contains("is_not"))
                .anyMatch(line -> line.startsWith("birdsong: connectors.yml: connectors '" + tenant
                        + "/hq': filter_list: " + "there is no log filter '" + tenant + " scanner' on the server"));
        assertThat(ran.out().lines())
                .containsExactly(
                        "+ tenant " + tenant,
                        "+ connector " + tenant + "/lab: host lab.canary.tools",
                        "2 created, 0 changed, 0 unchanged, 2 failed");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("= 2 unchanged\n2 created, 0 changed, 2 unchanged, 0 failed\n");
    }

    @Test
    void tellsTheFieldThatTheServerRefuses() throws Exception {
        Ran ran = apply(file("interval: 9999"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("birdsong: connectors.yml: connectors '" + tenant
                        + "/hq': conf.interval: Interval (min) must be a whole number from 1 to 1440\n");
        assertThat(served.connectors(tenant)).hasSize(1);
    }

    @Test
    void saysWhatCannotBeChanged() throws Exception {
        apply(file("interval: 5"));

        Ran ran = apply(file("interval: 10").replace("category: honeypot", "category: firewall"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.err())
                .contains(
                        tenant + "/hq': category: is honeypot on the server and cannot be changed once the connector is"
                                + " made: write honeypot, or make another connector under another name");
        assertThat(connector("hq").path("configuration").asString()).contains("\"interval\":5");
    }

    @Test
    void saysWhenAProfileDoesNotHaveTheConnector() throws Exception {
        apply(file("interval: 5").replace("active: false", "active: false\n    profiles: []"));

        Ran same = apply(file("interval: 5").replace("active: false", "active: false\n    profiles: []"));
        Ran other = apply(file("interval: 5").replace("active: false", "active: false\n    profiles: [Default]"));
        Ran none = apply(file("interval: 5").replace("active: false", "active: false\n    profiles: [None such]"));

        assertThat(same.out()).contains("nothing to change");
        assertThat(other.err()).contains("profiles: the connector is there already and not in the profile 'Default'");
        assertThat(none.err()).contains("profiles: there is no data analyzer profile 'None such' on the server");
    }

    @Test
    void sendsNothingWhereTheFileIsWrong() throws Exception {
        Ran ran = apply(file("intervall: 5").replace("info:", "infos:"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .containsExactly(
                        "birdsong: connectors.yml: tenants '" + tenant + "': infos: is not known here",
                        "birdsong: connectors.yml: connectors '" + tenant + "/hq': conf.intervall: is not known here",
                        "birdsong: nothing was sent");
        assertThat(served.get("tenants").toString()).doesNotContain(tenant);
    }

    @Test
    void makesThreeHundredConnectorsFromCsv() throws Exception {
        served.write("connectors.csv", csv(300, 5));
        Ran first = applied("connectors.csv");
        Ran second = applied("connectors.csv");
        served.write("connectors.csv", csv(301, 6));
        Ran third = applied("connectors.csv");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out().lines()).hasSize(302).endsWith("301 created, 0 changed, 0 unchanged, 0 failed");
        assertThat(second.out().lines()).containsExactly("= 301 unchanged", "nothing to change");
        assertThat(third.out().lines())
                .contains(
                        "~ connector " + tenant + "/c007: interval 5 -> 6",
                        "+ connector " + tenant + "/c301: host c301.canary.tools")
                .endsWith("1 created, 300 changed, 1 unchanged, 0 failed");
        assertThat(served.connectors(tenant)).hasSize(301);
        assertThat(served.token(connector("c300"))).contains(new Secret(TOKEN));
    }

    @Test
    void namesTheRowThatTheServerRefuses() throws Exception {
        served.write("connectors.csv", csv(3, 5).replace("c002.canary.tools", "https://c002.canary.tools"));

        Ran ran = applied("connectors.csv");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("birdsong: connectors.csv: row 3 '" + tenant
                        + "/c002': conf.host: Hostname cannot include https; enter the name alone\n");
        assertThat(served.connectors(tenant)).hasSize(2);
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        served.write("connectors.yml", file("interval: 5"));

        Ran ran = Ran.command(
                "apply",
                "-f",
                folder.resolve("connectors.yml").toString(),
                "--server",
                "http://127.0.0.1:1",
                "--key-file",
                folder.resolve("api-key").toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("birdsong: no server answers at http://127.0.0.1:1");
    }

    @Test
    void showsNoKeyToTheNetwork() throws IOException {
        served.write("connectors.yml", file("interval: 5"));

        Ran ran = Ran.command(
                "apply",
                "-f",
                folder.resolve("connectors.yml").toString(),
                "--server",
                "http://birdsong.example:8080",
                "--key-file",
                folder.resolve("api-key").toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("over plain HTTP others would see the API key");
    }

    private Ran apply(String yaml, String... more) throws IOException {
        served.write("connectors.yml", yaml);
        return applied("connectors.yml", more);
    }

    private static Ran applied(String name, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "-f";
        arguments[1] = folder.resolve(name).toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return served.command("apply", arguments);
    }

    private JsonNode connector(String name) throws InterruptedException {
        return served.connectors(tenant).stream()
                .filter(connector -> connector.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String id(String name) throws InterruptedException {
        return connector(name).path("_id").asString();
    }

    private String csv(int number, int interval) {
        return "tenant_name,name,category,type,host,token_file,interval,content_type,active\n"
                + IntStream.rangeClosed(1, number)
                        .mapToObj(i ->
                                "%s,c%03d,honeypot,thinkst_canary,c%2$03d.canary.tools,token,%d,incidents;devices,false\n"
                                        .formatted(tenant, i, interval))
                        .collect(Collectors.joining());
    }

    /// @param key a key of the first connector's `conf`, and what may follow it
    private String file(String key) {
        return """
                tenants:
                  - cust_name: TENANT
                    info: a customer
                log_filters:
                  - name: TENANT scanner
                    tenant_name: TENANT
                    conditions:
                      - {field: srcip, operator: in, value: [10.0.0.1, 10.0.0.2]}
                      - {field: severity, operator: is_not, value: low}
                connectors:
                  - tenant_name: TENANT
                    name: hq
                    category: honeypot
                    type: thinkst_canary
                    active: false
                    filter_list: [TENANT scanner]
                    conf:
                      host: hq.canary.tools
                      auth_token: {file: token}
                      content_type: [incidents, devices]
                      KEY
                  - tenant_name: TENANT
                    name: lab
                    category: honeypot
                    type: thinkst_canary
                    conf:
                      host: lab.canary.tools
                      auth_token: {file: token}
                      content_type: [incidents]
                """.replace("TENANT", tenant).replace("KEY", key);
    }
}
