// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Where a backup is read from.
interface Source extends AutoCloseable {

    /// A folder, or one file.
    static Source at(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Zip(new ZipFile(path.toFile()));
    }

    /// The bytes of one of its files.
    ///
    /// @throws NoSuchFileException if there is none
    InputStream open(String path) throws IOException;

    @Override
    void close() throws IOException;

    /// A backup in a folder.
    record Folder(Path folder) implements Source {

        @Override
        public InputStream open(String path) throws IOException {
            return Files.newInputStream(folder.resolve(path));
        }

        @Override
        public void close() {}
    }

    /// A backup in one file.
    record Zip(ZipFile zip) implements Source {

        @Override
        public InputStream open(String path) throws IOException {
            ZipEntry entry = Optional.ofNullable(zip.getEntry(path)).orElseThrow(() -> new NoSuchFileException(path));
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
