// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong is told, and how far it goes. Each test has a tenant of its own, named as the test is.
class ApplyProblemsTest {

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
    void tellsWhatIsRefusedAndGoesOn() throws Exception {
        Ran ran = files.apply(
                "connectors.yml", files.yaml("interval: 9999").replace("operator: is_not", "operator: isnt"));
        Ran again = files.apply("connectors.yml", files.yaml("interval: 60"));

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
        Ran ran = files.apply("connectors.yml", files.yaml("interval: 9999"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("birdsong: connectors.yml: connectors '" + tenant
                        + "/hq': conf.interval: Interval (min) must be a whole number from 1 to 1440\n");
        assertThat(served.connectors(tenant)).hasSize(1);
    }

    @Test
    void saysWhatCannotBeChanged() throws Exception {
        files.apply("connectors.yml", files.yaml("interval: 5"));

        Ran ran = files.apply(
                "connectors.yml", files.yaml("interval: 10").replace("category: honeypot", "category: firewall"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.err())
                .contains(
                        tenant + "/hq': category: is honeypot on the server and cannot be changed once the connector is"
                                + " made: write honeypot, or make another connector under another name");
        assertThat(files.connector("hq").path("configuration").asString()).contains("\"interval\":5");
    }

    @Test
    void saysWhenAProfileDoesNotHaveTheConnector() throws Exception {
        files.apply(
                "connectors.yml",
                files.yaml("interval: 5").replace("active: false", "active: false\n    profiles: []"));

        Ran same = files.apply(
                "connectors.yml",
                files.yaml("interval: 5").replace("active: false", "active: false\n    profiles: []"));
        Ran other = files.apply(
                "connectors.yml",
                files.yaml("interval: 5").replace("active: false", "active: false\n    profiles: [Default]"));
        Ran none = files.apply(
                "connectors.yml",
                files.yaml("interval: 5").replace("active: false", "active: false\n    profiles: [None such]"));

        assertThat(same.out()).contains("nothing to change");
        assertThat(other.err()).contains("profiles: the connector is there already and not in the profile 'Default'");
        assertThat(none.err()).contains("profiles: there is no data analyzer profile 'None such' on the server");
    }

    @Test
    void sendsNothingWhereTheFileIsWrong() throws Exception {
        Ran ran = files.apply("connectors.yml", files.yaml("intervall: 5").replace("info:", "infos:"));

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
    void namesTheRowThatTheServerRefuses() throws Exception {
        String csv = files.csv(3, 5).replace("c002.canary.tools", "https://c002.canary.tools");

        Ran ran = files.apply("connectors.csv", csv);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("birdsong: connectors.csv: row 3 '" + tenant
                        + "/c002': conf.host: Hostname cannot include https; enter the name alone\n");
        assertThat(served.connectors(tenant)).hasSize(2);
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        served.write("connectors.yml", files.yaml("interval: 5"));

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
        served.write("connectors.yml", files.yaml("interval: 5"));

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
}
