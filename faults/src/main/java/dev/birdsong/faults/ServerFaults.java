// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.LockedDatabase;
import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Script;
import dev.birdsong.faults.play.Served;
import dev.birdsong.faults.play.Setting;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What befalls a server, and the console it collects from by itself.
final class ServerFaults {

    private static final String GOES_ON = "the walk is kept in the position; the next round goes on with it";

    private static final Setting SOME = Setting.of(430, 1_000);

    static final List<Play> ALL = List.of(
            new Play(
                    "console restarted",
                    "it goes away in the middle of a walk and comes back",
                    GOES_ON,
                    SOME,
                    restarted()),
            new Play(
                    "console deleted",
                    "after a first run it answers 404 to everything",
                    "a console that is gone takes nothing with it",
                    SOME,
                    stage -> {
                        stage.collects();
                        stage.mustStay();
                        stage.fault("status=404");
                        stage.failsSaying("no such path");
                    }),
            new Play(
                    "429 for an hour",
                    "`Retry-After: 3600` in the middle of a walk; collected again after it",
                    "the round ends, the connector is throttled and not failing",
                    SOME,
                    throttled()),
            new Play(
                    "token rotated in the middle",
                    "the console takes another token from page 3 on; it is entered a little later",
                    GOES_ON,
                    SOME,
                    rotated()),
            new Play(
                    "database locked",
                    "another process holds the lock on the database for 8 s in the middle of a walk",
                    "a position that cannot be written ends the round; the next begins before it",
                    SOME,
                    locked()),
            new Play(
                    "server killed",
                    "kill -9 twice in the middle of slow walks; started again",
                    GOES_ON,
                    SOME,
                    killed()));

    private ServerFaults() {}

    private static Script restarted() {
        return stage -> {
            stage.console().before(4, "incidents", stage::isDown);
            stage.failsSaying("127.0.0.1");
            stage.console().up();
            stage.happens(console -> console.attack(5));
            stage.collects();
        };
    }

    private static Script throttled() {
        return stage -> {
            stage.happensBefore(4, "incidents", console -> stage.fault("too-many=3600"));
            try (Served served = stage.serves()) {
                served.waitsUntil("throttled", connector -> state(connector).equals("throttled"));
                stage.console().clearFaults();
                stage.happens(console -> console.attack(5));
                collects(served);
            }
        };
    }

    private static Script rotated() {
        return stage -> {
            stage.happensBefore(4, "incidents", console -> console.rotateToken("another-token"));
            try (Served served = stage.serves()) {
                served.waitsUntil("failing", connector -> state(connector).equals("failing"));
                stage.happens(console -> console.attack(5));
                served.token(stage.console().host(), "another-token");
                collects(served);
            }
        };
    }

    private static Script locked() {
        return stage -> {
            stage.fault("delay=300ms");
            try (Served served = stage.serves()) {
                try (var _ = LockedDatabase.in(stage.folder().resolve("data/birdsong.db"))) {
                    Thread.sleep(Duration.ofSeconds(8));
                }
                stage.console().clearFaults();
                stage.happens(console -> console.attack(5));
                collects(served);
            }
        };
    }

    private static Script killed() {
        return stage -> {
            stage.fault("delay=300ms");
            for (int kill = 0; kill < 2; kill++) {
                Served served = stage.serves();
                served.waitsUntil("a round runs", ServerFaults::isRunning);
                Thread.sleep(Duration.ofMillis(700));
                served.kill();
                stage.happens(console -> console.attack(5));
            }
            stage.console().clearFaults();
            try (Served served = stage.serves()) {
                collects(served);
            }
        };
    }

    private static void collects(Served served) throws InterruptedException {
        served.catchesUp();
        served.waitsUntil("healthy", connector -> state(connector).equals("healthy"));
    }

    private static String state(JsonNode connector) {
        return connector.path("status").path("state").asString();
    }

    private static boolean isRunning(JsonNode connector) {
        return connector
                .path("content_types")
                .valueStream()
                .anyMatch(stream -> stream.path("running").asBoolean());
    }
}
