// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file system of its own, in memory. Needs root, on Linux.
record Volume(Path folder) implements AutoCloseable {

    /// Mounts one.
    ///
    /// @throws NotHereException where that may not be done
    static Volume mounted(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + size, "birdsong-faults", folder.toString())) {
            throw new NotHereException("a file system cannot be mounted here: only root may, on Linux");
        }
        return new Volume(folder);
    }

    void remount(String options) throws IOException, InterruptedException {
        Stage.check(run("mount", "-o", "remount," + options, folder.toString()), "cannot remount " + options);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            Stage.check(run("umount", folder.toString()), "cannot unmount " + folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
