// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Setting;
import java.util.List;

/// A disk that does not take what it should.
final class DiskFaults {

    private static final String SAYS = "the round ends, says why in a line, and its position stands";

    private static final Setting SOME = Setting.of(430, 1_000);

    static final List<Play> ALL = List.of(
            new Play(
                    "disk full",
                    "in the middle of a run, on a file system of 700 kB; then there is room",
                    SAYS,
                    SOME,
                    stage -> {
                        stage.mounts("700k");
                        stage.failsSaying("No space left on device");
                        stage.happens(console -> console.attack(5));
                        stage.remounts("size=256m");
                        stage.collects();
                    }),
            new Play("lake read-only", "after a first run; then it can be written again", SAYS, SOME, stage -> {
                stage.mounts("256m");
                stage.collects();
                stage.happens(console -> console.attack(5));
                stage.remounts("ro");
                stage.failsSaying("Read-only file system");
                stage.remounts("rw");
                stage.collects();
            }));

    private DiskFaults() {}
}
