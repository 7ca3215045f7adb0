// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Each test has a tenant of its own, named as the test is.
class ApplyCommandTest {

    @TempDir
    static Path folder;

    private static ServedFixture served;

    private String tenant = "";
    private ApplyFixture files;

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
        files = new ApplyFixture(served, folder, tenant);
        served.write("token", ApplyFixture.TOKEN + "\n");
    }

    @Test
    void makesWhatIsNotThereAndTheSecondTimeNothing() throws Exception {
        String file = files.yaml("interval: 10");

        Ran first = files.apply("connectors.yml", file);
        Ran second = files.apply("connectors.yml", file);

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
        JsonNode made = files.connector("hq");
        assertThat(made.path("configuration").asString()).contains("\"interval\":10");
        assertThat(made.path("filter_list")).hasSize(1);
        assertThat(made.path("version").asLong()).isEqualTo(1);
        assertThat(served.token(made)).contains(new Secret(ApplyFixture.TOKEN));
    }

    @Test
    void showsTheDifferenceAndChangesNothingInADryRun() throws Exception {
        Ran before = files.apply("connectors.yml", files.yaml("interval: 5"), "--dry-run");
        long tenants = served.get("tenants").path("total").asLong();
        files.apply("connectors.yml", files.yaml("interval: 5"));
        Ran after = files.apply("connectors.yml", files.yaml("interval: 10"), "--dry-run");

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
        assertThat(files.connector("hq").path("configuration").asString()).contains("\"interval\":5");
    }

    @Test
    void changesWhatTheFileSaysAndNothingElse() throws Exception {
        files.apply("connectors.yml", files.yaml("interval: 5"));
        served.put("connectors/" + files.connector("lab").path("_id").asString(), Map.of("active", true));

        Ran ran = files.apply(
                "connectors.yml",
                files.yaml("interval: 5")
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
        assertThat(files.connector("hq").path("filter_list")).isEmpty();
        assertThat(files.connector("lab").path("active").asBoolean())
                .as("the file says nothing of it")
                .isTrue();
    }

    @Test
    void sendsASecretWhenTheHostChangesAndWhenItIsToldTo() throws Exception {
        files.apply("connectors.yml", files.yaml("interval: 5"));
        served.write("token", "another-token");

        Ran same = files.apply("connectors.yml", files.yaml("interval: 5"));
        Secret kept = served.token(files.connector("hq")).orElseThrow();
        Ran moved = files.apply(
                "connectors.yml", files.yaml("interval: 5").replace("hq.canary.tools", "moved.canary.tools"));
        Ran renewed = files.apply(
                "connectors.yml",
                files.yaml("interval: 5").replace("hq.canary.tools", "moved.canary.tools"),
                "--renew-secrets");

        assertThat(same.out()).contains("nothing to change");
        assertThat(kept).isEqualTo(new Secret(ApplyFixture.TOKEN));
        assertThat(moved.out())
                .contains(
                        "~ connector " + tenant + "/hq: host hq.canary.tools -> moved.canary.tools, auth_token sent\n",
                        "= 3 unchanged");
        assertThat(renewed.out())
                .contains("~ connector " + tenant + "/hq: auth_token sent\n", "/lab: auth_token sent\n");
        assertThat(served.token(files.connector("hq"))).contains(new Secret("another-token"));
        assertThat(served.token(files.connector("lab"))).contains(new Secret("another-token"));
        assertThat(renewed.out() + moved.out() + renewed.err()).doesNotContain("another-token", ApplyFixture.TOKEN);
    }

    @Test
    void readsNoSecretThatIsNotSent() throws Exception {
        files.apply("connectors.yml", files.yaml("interval: 5"));

        Ran ran = files.apply("connectors.yml", files.yaml("interval: 10").replace("file: token", "file: gone"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("/hq: interval 5 -> 10\n");
    }

    @Test
    void makesThreeHundredConnectorsFromCsv() throws Exception {
        Ran first = files.apply("connectors.csv", files.csv(300, 5));
        Ran second = files.apply("connectors.csv", files.csv(300, 5));
        Ran third = files.apply("connectors.csv", files.csv(301, 6));

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out().lines()).hasSize(302).endsWith("301 created, 0 changed, 0 unchanged, 0 failed");
        assertThat(second.out().lines()).containsExactly("= 301 unchanged", "nothing to change");
        assertThat(third.out().lines())
                .contains(
                        "~ connector " + tenant + "/c007: interval 5 -> 6",
                        "+ connector " + tenant + "/c301: host c301.canary.tools")
                .endsWith("1 created, 300 changed, 1 unchanged, 0 failed");
        assertThat(served.connectors(tenant)).hasSize(301);
        assertThat(served.token(files.connector("c300"))).contains(new Secret(ApplyFixture.TOKEN));
    }
}
