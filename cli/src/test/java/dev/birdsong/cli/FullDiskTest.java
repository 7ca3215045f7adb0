// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Collects onto a disk that is really full, or read-only: a small file system of its own, which needs Linux and root.
class FullDiskTest {

    @TempDir
    Path folder;

    private ConsoleFixture fixture;
    private boolean isMounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        fixture = new ConsoleFixture(folder, ConsoleFixture.settings(500));
        Files.createDirectory(fixture.lake());
        isMounted = run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=700k",
                "birdsong-test",
                fixture.lake().toString());
        assumeTrue(isMounted, "a file system cannot be mounted here: only root may, on Linux");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        fixture.close();
        if (isMounted) {
            assertThat(run("umount", fixture.lake().toString())).isTrue();
        }
    }

    @Test
    void saysThatTheDiskIsFullAndLosesNothingOnceThereIsRoom() throws IOException, InterruptedException {
        Ran full = fixture.collect();
        boolean hasRoom = remount("size=64m");
        Ran after = fixture.collect();

        assertThat(full.status()).as(full.err()).isEqualTo(1);
        assertThat(full.err())
                .contains("No space left on device", fixture.lake().toString());
        assertThat(full.err().lines().filter(line -> line.startsWith("birdsong: ")))
                .hasSize(1);
        assertThat(hasRoom).isTrue();
        assertThat(after.status()).as(after.err()).isZero();
        assertThat(fixture.held()).isEqualTo(fixture.truth());
    }

    @Test
    void saysInOneLineThatTheFolderIsReadOnly() throws IOException, InterruptedException {
        assertThat(remount("ro")).isTrue();

        Ran ran = fixture.collect();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("Read-only file system", fixture.lake().toString())
                .hasLineCount(1);
    }

    private boolean remount(String options) throws IOException, InterruptedException {
        return run("mount", "-o", "remount," + options, fixture.lake().toString());
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mount.log").toFile())
                        .start()
                        .waitFor()
                == 0;
    }
}
