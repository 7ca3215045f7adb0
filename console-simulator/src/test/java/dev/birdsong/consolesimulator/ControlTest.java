// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {

    private final Running running;

    ControlTest() throws IOException {
        running = Running.with();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private String control(String what) throws IOException, InterruptedException {
        return control(what, "");
    }

    private String control(String what, String body) throws IOException, InterruptedException {
        Json answer =
                Json.parse(running.client().post("/_control/" + what, body).body());
        return answer.at(answer.has("answer") ? "answer" : "message").text();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @Test
    void needsNoToken() throws Exception {
        var client = running.client();
        var request = client.request("/_control/live")
                .setHeader("X-Canary-Auth-Token", "wrong")
                .build();
        assertThat(client.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void incidentsBeginGrowAndGo() throws Exception {
        String id = control("attack?logtype=4002");
        String incident = "incident=" + encoded(id);
        assertThat(control("append?count=5&" + incident)).isEqualTo("done");
        assertThat(control("append?" + incident, "{\"USERNAME\": \"g\u00E9n\u00E9ral\", \"timestamp\": 7}"))
                .isEqualTo("done");
        assertThat(control("repeat?" + incident)).isEqualTo("done");
        assertThat(control("acknowledge?" + incident)).isEqualTo("done");
        Json description = running.incident(id).at("description");
        assertThat(description.at("events_count").text()).isEqualTo("8");
        assertThat(description.at("events.7.USERNAME").text()).isEqualTo("g\u00E9n\u00E9ral");
        assertThat(description.at("acknowledged").text()).isEqualTo("True");
        assertThat(control("delete?" + incident)).isEqualTo("done");
        assertThat(control("delete?" + incident)).isEqualTo("nothing of that id can be changed so");
    }

    @Test
    void tokensAreEnriched() throws Exception {
        String id = control("attack?logtype=17012");
        assertThat(control("enrich?incident=" + encoded(id))).isEqualTo("done");
        assertThat(running.incident(id).at("description.events.0").has("geoip")).isTrue();
    }

    @Test
    void auditRecordsComeAndGo() throws Exception {
        assertThat(control("audit?count=2&action=user_login")).isEqualTo("46\n47");
        assertThat(control("purge?id=40")).isEqualTo("purged 40");
        assertThat(control("rewind-audit?keep=45")).isEqualTo("done");
        assertThat(running.client().truth("audit")).hasSize(5);
    }

    @Test
    void faultsAndSwitchesAreSet() throws Exception {
        assertThat(control("fault?spec=" + encoded("status=503,path=/ping"))).isEqualTo("done");
        assertThat(running.client().get("/api/v1/ping").statusCode()).isEqualTo(503);
        assertThat(control("clear-faults")).isEqualTo("done");
        assertThat(running.client().get("/api/v1/ping").statusCode()).isEqualTo(200);
        assertThat(control("set?page-order=descending&native-types=true")).isEqualTo("done");
        assertThat(running.incidents("").at("incidents.0.updated_id").number())
                .isEqualTo(running.console().maxUpdatedId());
    }

    @Test
    void theRestIsThereToo() throws Exception {
        String next = running.incidents("limit=5").at("cursor.next").text();
        assertThat(control("expire-cursors")).isEqualTo("done");
        assertThat(running.incidents("cursor=" + next).at("result").text()).isEqualTo("error");
        long before = running.console().maxUpdatedId();
        assertThat(control("live?steps=20")).isEqualTo("done");
        assertThat(running.console().maxUpdatedId()).isGreaterThan(before);
        assertThat(control("rewind")).isEqualTo("done");
        assertThat(running.console().maxUpdatedId()).isEqualTo(before);
        assertThat(control("renumber")).isEqualTo("done");
        assertThat(running.console().maxUpdatedId()).isEqualTo(50);
        String device = running.console().deviceIds().getFirst();
        assertThat(control("device?live=false&name=gone&id=" + device)).isEqualTo("done");
        assertThat(running.client()
                        .json("/api/v1/devices/all")
                        .at("devices.0.name")
                        .text())
                .isEqualTo("gone");
    }

    @Test
    void whatItCannotDoIsSaidPlainly() throws Exception {
        assertThat(control("explode")).startsWith("no such control: it must be one of acknowledge, append, attack");
        assertThat(control("set?colour=blue")).startsWith("no switch 'colour': it must be one of bad-token-status");
        assertThat(control("fault?spec=flood")).startsWith("no fault 'flood': it must be one of status=503");
        assertThat(control("attack?logtype=1")).isEqualTo("no kind of incident has log type 1");
        String incident = "append?incident=" + encoded(running.console().attackOf(2000));
        assertThat(control(incident, "[1]")).isEqualTo("an event must be a JSON object");
        assertThat(control(incident, "{\"a\":1} {}")).isEqualTo("an event must be one JSON object and nothing else");
        assertThat(control(incident, "{\"a\":")).startsWith("an event must be a JSON object: ");
    }
}
