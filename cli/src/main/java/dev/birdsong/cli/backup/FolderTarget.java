// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A backup in a folder, file by file.
final class FolderTarget implements Target {

    private final Path folder;
    private boolean finished;

    private FolderTarget(Path folder) {
        this.folder = folder;
    }

    static Target at(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new BackupException(
                    folder + " is there already: name a new folder, or a new file that ends with .zip");
        }
        OwnerOnly.folder(folder);
        return new FolderTarget(folder);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void file(String path, Content content) throws IOException {
        Path file = folder.resolve(path);
        OwnerOnly.folder(OwnerOnly.above(file));
        OwnerOnly.file(file, content);
    }

    @Override
    public void finish(byte[] manifest) throws IOException {
        Path next = folder.resolve(Manifest.NAME + ".next");
        OwnerOnly.file(next, out -> out.write(manifest));
        OwnerOnly.syncAll(folder);
        Files.move(next, folder.resolve(Manifest.NAME), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.sync(folder);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            OwnerOnly.delete(folder);
        }
    }
}
