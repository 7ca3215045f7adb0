// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Script;
import dev.birdsong.faults.play.Setting;
import dev.birdsong.faults.play.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A console whose ids do not come in order.
final class IdFaults {

    private static final String PROBE = "an hourly probe asks whether the position is still known (0006)";

    private static final Setting SOME = Setting.of(430, 1_000);
    private static final Setting LATE = SOME.with("late-share", "0.5").with("late-requests", "12");

    static final List<Play> ALL = List.of(
            new Play(
                    "ids visible out of order",
                    "half of 80 new ids show only after the next poll",
                    "a walk begins where nothing comes late any more (0006)",
                    LATE,
                    late()),
            new Play(
                    "ids visible out of order, newest first",
                    "half of 80 new ids show only after the next poll",
                    "a walk begins where nothing comes late any more (0006)",
                    LATE.with("page-order", "descending"),
                    late()),
            new Play(
                    "ids with one digit more",
                    "ids pass from 999 to 1,000 between polls and within a page",
                    "ids are compared as numbers",
                    Setting.of(950, 950),
                    stage -> {
                        stage.collects();
                        for (int i = 0; i < 4; i++) {
                            stage.happens(console -> console.attack(20));
                            stage.happens(console -> acts(console, 20));
                            stage.collects();
                        }
                    }),
            new Play(
                    "ids go back: restored",
                    "what happened since the start is forgotten, ids are given again to others; an hour passes",
                    PROBE,
                    SOME,
                    restored()),
            new Play("ids go back: migrated", "every incident gets a lower id; an hour passes", PROBE, SOME, stage -> {
                settles(stage);
                stage.mustStay();
                stage.happens(SimulatedConsole::renumber);
                stage.passes(Duration.ofMinutes(61));
                stage.collects();
            }),
            new Play(
                    "ids go back: audit restored",
                    "audit ids above 100 are given again to others; an hour passes",
                    PROBE,
                    SOME,
                    stage -> {
                        settles(stage);
                        stage.mustStay();
                        stage.happens(console -> console.rewindAudit(100));
                        stage.happens(console -> acts(console, 30));
                        stage.passes(Duration.ofMinutes(61));
                        stage.collects();
                    }));

    private IdFaults() {}

    private static Script late() {
        return stage -> {
            stage.collects();
            stage.happens(console -> console.attack(40));
            stage.happens(console -> acts(console, 40));
            Stage.check(stage.console().hidden() > 10, "too few are late");
            stage.collects();
            while (stage.console().hidden() > 0) {
                stage.collects();
            }
            stage.collects();
        };
    }

    private static Script restored() {
        return stage -> {
            stage.collects();
            List<String> ids = stage.console().incidentIds().toList();
            stage.happens(console -> console.attack(20));
            stage.happens(console -> Stream.of(1, 2, 3).map(ids::get).forEach(id -> console.append(id, 2)));
            settles(stage);
            stage.mustStay();
            stage.happens(SimulatedConsole::rewind);
            stage.happens(console -> console.attack(7));
            stage.happens(console -> console.append(ids.get(5), 1));
            stage.passes(Duration.ofMinutes(61));
            stage.collects();
        };
    }

    /// Collects until nothing comes late any more: what is older is not read again by itself.
    private static void settles(Stage stage) throws IOException, InterruptedException {
        stage.collects();
        stage.passes(Duration.ofMinutes(15));
        stage.collects();
    }

    private static void acts(SimulatedConsole console, int count) {
        for (int i = 0; i < count; i++) {
            console.act();
        }
    }
}
