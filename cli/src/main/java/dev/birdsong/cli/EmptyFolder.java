// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder for temporary files, cleared of what a run that was killed left in it.
final class EmptyFolder {

    private EmptyFolder() {}

    static Path at(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "birdsong-*")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new CommandException("cannot use the folder " + folder + "; make it writable for this user", e);
        }
    }
}
