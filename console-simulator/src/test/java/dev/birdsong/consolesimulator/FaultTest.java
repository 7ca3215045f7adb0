// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private static final String ALL = "/api/v1/incidents/all";

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500, 502})
    void aStatusStrikesAsOftenAsItIsTold(int status) throws Exception {
        try (var running = Running.with()) {
            running.console()
                    .fault(Fault.always(new Effect.Status(status, false)).times(2));
            assertThat(running.client().get(ALL).statusCode()).isEqualTo(status);
            assertThat(Json.parse(running.client().get(ALL).body()).at("result").text())
                    .isEqualTo("error");
            assertThat(running.client().get(ALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStatusCanComeAsHtml() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.parse("status=502,html=true"));
            var answer = running.client().get(ALL);
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        }
    }

    @Test
    void tooManyRequestsMaySayHowLongToWait() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.once(new Effect.TooMany(Optional.of(7))));
            running.console().fault(Fault.parse("too-many=none,count=1"));
            var first = running.client().get(ALL);
            var second = running.client().get(ALL);
            assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(429, 429);
            assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
            assertThat(second.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void strikesOnlyThePathsItIsToldOf() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.always(new Effect.Status(500, false)).on("/audit_trail/"));
            assertThat(running.client().get("/api/v1/devices/all").statusCode()).isEqualTo(200);
            assertThat(running.client().get("/api/v1/audit_trail/fetch").statusCode())
                    .isEqualTo(500);
            assertThat(running.client().get("/_truth").statusCode()).isEqualTo(200);
            running.console().clearFaults();
            assertThat(running.client().get("/api/v1/audit_trail/fetch").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void chanceFollowsTheSeed() throws Exception {
        List<Integer> first = struckByChance();
        assertThat(first).contains(200, 500).isEqualTo(struckByChance());
    }

    private static List<Integer> struckByChance() throws IOException {
        try (var running = Running.with()) {
            running.console().fault(Fault.always(new Effect.Status(500, false)).withProbability(0.5));
            return IntStream.range(0, 30).mapToObj(_ -> status(running)).toList();
        }
    }

    private static int status(Running running) {
        try {
            return running.client().get("/api/v1/ping").statusCode();
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 70_000})
    void aBodyIsCut(int bytes) throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.once(new Effect.Cut(bytes)));
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), running.console().port())) {
                String head = "GET " + ALL + " HTTP/1.1\r\nX-Canary-Auth-Token: " + Client.TOKEN + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(unchunked(answer)).hasSize(bytes);
            }
            running.console().fault(Fault.once(new Effect.Cut(bytes)));
            assertThatThrownBy(() -> running.client().get(ALL)).isInstanceOf(IOException.class);
            assertThat(running.client().get(ALL).statusCode()).isEqualTo(200);
        }
    }

    /// The body of an answer that ended without its last chunk.
    private static String unchunked(String answer) {
        var body = new StringBuilder();
        int at = answer.indexOf("\r\n\r\n") + 4;
        while (at < answer.length()) {
            int line = answer.indexOf("\r\n", at);
            int length = Integer.parseInt(answer.substring(at, line), 16);
            assertThat(length).isPositive();
            body.append(answer, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return body.toString();
    }

    @Test
    void aConnectionIsReset() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.parse("reset,count=2")); // Java's client tries a GET twice
            assertThatThrownBy(() -> running.client().get(ALL)).isInstanceOf(IOException.class);
            assertThat(running.client().get(ALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerIsDelayedOrSlow() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.once(new Effect.Delay(Duration.ofMillis(200))));
            running.console().fault(Fault.once(new Effect.Slow(100)).on("/ping"));
            assertThat(milliseconds(running, "/api/v1/devices/live")).isGreaterThanOrEqualTo(200);
            assertThat(milliseconds(running, "/api/v1/ping")).isGreaterThanOrEqualTo(180);
        }
    }

    private static long milliseconds(Running running, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        running.client().get(path);
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void onlyTheRecordAtAPlaceIsBroken() throws Exception {
        try (var running = Running.with()) {
            String whole = running.client().get(ALL + "?limit=10").body();
            running.console().fault(Fault.once(new Effect.BrokenAt(4)));
            String broken = running.client().get(ALL + "?limit=10").body();
            int at = broken.indexOf('\u0001');
            String fourth = Json.parse(whole).at("incidents.3.hash_id").text();
            String third = Json.parse(whole).at("incidents.2.hash_id").text();
            assertThat(at).isBetween(whole.indexOf(third), whole.indexOf(fourth));
            assertThat(broken.substring(0, at)).isEqualTo(whole.substring(0, at));
            assertThat(broken.substring(at + 1)).isEqualTo(whole.substring(at + 1));
        }
    }

    @Test
    void aBrokenRecordStaysBrokenWhereverItShows() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().incidentIds().toList().get(5);
            running.console().fault(Fault.always(new Effect.BrokenRecord(id)));
            assertThat(running.client().get(ALL).body()).contains("\u0001");
            Json first = running.incidents("limit=5");
            String second = ALL + "?cursor=" + first.at("cursor.next").text();
            assertThat(running.client().get(second).body()).contains("\u0001");
            running.console().fault(Fault.parse("broken-record=44"));
            assertThat(running.client().get("/api/v1/audit_trail/fetch?limit=1").body())
                    .doesNotContain("\u0001");
            assertThat(running.client().get("/api/v1/audit_trail/fetch?limit=2").body())
                    .contains("\u0001");
        }
    }

    @Test
    void aProxyOrAnErrorAnswersAtStatus200() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.once(new Effect.ProxyPage()));
            running.console().fault(Fault.once(new Effect.ErrorResult()).on("/devices/"));
            assertThat(running.client().get(ALL).body()).contains("<h1>Sign in to the network</h1>");
            var error = running.client().get("/api/v1/devices/all");
            assertThat(error.statusCode()).isEqualTo(200);
            assertThat(Json.parse(error.body()).at("result").text()).isEqualTo("error");
        }
    }

    @Test
    void aBombIsSmallUntilItIsUnpacked() throws Exception {
        try (var running = Running.with()) {
            running.console().fault(Fault.once(new Effect.Bomb(20)));
            byte[] packed = running.client().stream(ALL).body().readAllBytes();
            assertThat(packed).hasSizeLessThan(500_000);
            try (var unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
                assertThat(unpacked.skip(30 << 20)).isGreaterThan(20 << 20);
            }
        }
    }
}
