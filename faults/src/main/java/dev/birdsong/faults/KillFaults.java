// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Setting;
import dev.birdsong.faults.play.Stage;
import dev.birdsong.faults.program.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// The program is killed, or the power is lost.
final class KillFaults {

    private static final String ACKNOWLEDGED = "a position moves only over what was acknowledged, durably";

    private static final Setting SOME = Setting.of(430, 1_000);

    private KillFaults() {}

    static List<Play> all() {
        return Stream.concat(Arrays.stream(Step.values()).map(KillFaults::killed), Stream.of(powerCut()))
                .toList();
    }

    private static Play killed(Step step) {
        return new Play(
                "kill -9: " + said(step),
                "again and again, each time further on; new incidents between",
                ACKNOWLEDGED,
                SOME,
                stage -> {
                    int killed = 0;
                    for (int number = 1; number <= stage.form().of(2, 6); number++) {
                        killed += stage.isKilledAt(step, number) ? 1 : 0;
                        stage.happens(console -> console.attack(3));
                    }
                    Stage.check(killed > 0, "it never came to this step: " + step);
                    stage.collects();
                });
    }

    private static String said(Step step) {
        return switch (step) {
            case AFTER_FETCH -> "after a page was read";
            case BEFORE_PUT -> "before a put";
            case AFTER_PUT -> "after a put, before it is acknowledged";
            case BEFORE_MOVE -> "before the position moves";
            case AFTER_MOVE -> "after the position has moved";
            case BETWEEN_PAGES -> "between two pages";
            case COMMIT_SYNCS -> "while a commit makes files durable";
            case COMMIT_RENAMES -> "before a commit names its files";
            case COMMIT_RENAMED -> "after a commit has named its files";
        };
    }

    private static Play powerCut() {
        return new Play(
                "power cut",
                "again and again: the lake is as of its last fsync, the positions are from the end",
                "a put is acknowledged after fsync of its files, their list, and their folder",
                SOME,
                stage -> {
                    var random = new Random(7);
                    int cuts = stage.form().of(4, 15);
                    int lost = 0;
                    for (int cut = 0; cut < cuts; cut++) {
                        lost += stage.losesPowerAfter(3 + random.nextInt(40 + 20 * cut)) ? 1 : 0;
                        stage.happens(console -> console.attack(30));
                    }
                    Stage.check(lost > cuts / 2, "the power was lost too seldom: " + lost);
                    stage.collects();
                });
    }
}
