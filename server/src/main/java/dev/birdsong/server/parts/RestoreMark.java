// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file in the data directory that is there while a restore puts things into their places: until it is gone, nobody
/// may start from what is there.
///
/// @param dataDir where Birdsong keeps everything
public record RestoreMark(Path dataDir) {

    private static final String NAME = "restore-not-done";

    /// Refuses to go on while it is set.
    ///
    /// @throws SettingsException if a restore into this directory has not come to its end
    public void refuse() {
        if (isSet()) {
            throw new SettingsException(List.of("a restore into " + dataDir
                    + " was cut in the middle, so that what is there is not whole: run ./birdsong restore again"));
        }
    }

    /// The file.
    public Path file() {
        return dataDir.resolve(NAME);
    }

    /// Whether it is there.
    public boolean isSet() {
        return Files.exists(file());
    }

    /// Sets it, durably.
    public void set() throws IOException {
        Files.write(file(), new byte[0]);
        sync();
    }

    /// Takes it away, durably.
    public void clear() throws IOException {
        sync();
        Files.delete(file());
        sync();
    }

    private void sync() throws IOException {
        try (FileChannel names = FileChannel.open(dataDir, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
