// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.settings.SettingsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder for temporary files, cleared of what a run that was killed left in it.
public final class EmptyFolder {

    private EmptyFolder() {}

    /// This folder, made if it is not there.
    ///
    /// @throws SettingsException if it cannot be used
    public static Path at(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "birdsong-*")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new SettingsException(List.of("cannot use the folder " + folder + " ("
                    + e.getClass().getSimpleName() + "); make it writable for this user"));
        }
    }
}
