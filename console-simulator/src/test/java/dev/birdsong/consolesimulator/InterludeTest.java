// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What befalls a console between two requests.
class InterludeTest {

    private static final String ALL = "/api/v1/incidents/all";

    @Test
    void somethingHappensJustBeforeARequest() throws Exception {
        try (var running = Running.with()) {
            running.console().before(2, "incidents", () -> running.console().attack(1));
            running.client().get("/api/v1/devices/all");

            int[] shown = IntStream.range(0, 3).map(_ -> shown(running)).toArray();

            assertThat(shown).containsExactly(50, 51, 51);
        }
    }

    private static int shown(Running running) {
        try {
            return running.incidents("").at("incidents").list().size();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aQuotaLetsOneRequestInSoMuchTimeIn() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.parse("quota=5s"));

            int first = status(running);
            running.clock().pass(Duration.ofSeconds(2));
            var second = running.client().get(ALL);
            running.clock().pass(Duration.ofSeconds(3));

            assertThat(first).isEqualTo(200);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).contains("3");
            assertThat(status(running)).isEqualTo(200);
        }
    }

    @Test
    void largePagesFail() throws Exception {
        try (var running = Running.with("fails-above", "20")) {
            assertThat(running.client().get(ALL + "?limit=21").statusCode()).isEqualTo(504);
            assertThat(running.client().get(ALL + "?limit=20").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherTokenIsAcceptedOnceItIsRotated() throws Exception {
        try (var running = Running.with()) {
            running.console().rotateToken("another");
            var request = running.client().request(ALL).setHeader("X-Canary-Auth-Token", "another");

            assertThat(status(running)).isEqualTo(401);
            assertThat(running.client().send(request.build()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void comesBackAtTheSamePlaceWithWhatItHeld() throws Exception {
        try (var running = Running.with()) {
            running.console().attack(1);
            running.console().down();
            assertThatThrownBy(() -> status(running)).isInstanceOf(IOException.class);
            running.console().up();

            assertThat(shown(running)).isEqualTo(51);
        }
    }

    private static int status(Running running) throws IOException, InterruptedException {
        return running.client().get(ALL).statusCode();
    }
}
