// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {

    @TempDir
    static Path folder;

    private static Served served;
    private static Api api;

    @BeforeAll
    static void start() {
        served = Served.in(folder);
        api = served.admin();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void goesFromAFreshStartToASearchedRecord() {
        String tenant =
                api.post("/connect/api/v1/tenants", Map.of("cust_name", "Acme")).text("/cust_id");
        Api.Answer made = api.post(
                "/connect/api/v1/connectors",
                with(Api.connector(tenant, "acme console", served.consoleHost()), "active", false));
        String connector = made.text("/_id");

        Api.Answer test = api.post("/connect/api/v1/connectors/" + connector + "/test", "");
        Api.Answer collected = api.post("/connect/api/v1/connectors/" + connector + "/collect?wait=true", "");
        Api.Answer found = api.get("/connect/api/data/syslog/_search?q=msg_class:canary_incidents&size=3");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(test.text("/result")).as(test.text()).isEqualTo("success");
        assertThat(collected.number("/content_types/incidents/created"))
                .as(collected.text())
                .isPositive();
        assertThat(collected.number("/content_types/devices/created")).isPositive();
        assertThat(found.number("/hits/total/value")).as(found.text()).isPositive();
        assertThat(found.text("/hits/hits/0/_source/tenantid")).isEqualTo(tenant);
    }

    @Test
    void doesNotAnswerWithoutAToken() {
        Api anonymous = Api.anonymous(served.server().address());

        assertThat(anonymous.get("/connect/api/v1/connectors").status()).isEqualTo(401);
        assertThat(anonymous.get("/connect/api/v1/connectors").text("/error/code"))
                .isEqualTo("unauthorized");
        assertThat(anonymous.get("/health/live").status()).isEqualTo(200);
        assertThat(anonymous.get("/health/ready").text("/status")).isEqualTo("up");
        assertThat(anonymous.get("/metrics").status()).isEqualTo(401);
    }

    @Test
    void neverTellsAToken() {
        Api.Answer made = api.post(
                "/connect/api/v1/connectors",
                with(
                        Api.connector(
                                "default",
                                "silent",
                                "localhost:" + served.console().port()),
                        "active",
                        false));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text()).doesNotContain(Served.CONSOLE_TOKEN);
        assertThat(api.get("/connect/api/v1/connectors").text()).doesNotContain(Served.CONSOLE_TOKEN);
    }

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        var more = new java.util.HashMap<>(body);
        more.put(key, value);
        return more;
    }
}
