// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.nio.file.Path;

/// Where a backup is written.
interface Target extends AutoCloseable {

    /// A new folder, or a new file where the name ends with `.zip`.
    ///
    /// @throws BackupException if something is there
    static Target at(Path path) throws IOException {
        return path.toString().endsWith(".zip") ? ZipTarget.at(path) : FolderTarget.at(path);
    }

    /// Adds a file.
    void file(String path, Content content) throws IOException;

    /// Adds the manifest, after all else is on disk. On disk when it returns.
    void finish(byte[] manifest) throws IOException;

    /// Lets go; where it was not finished, what was written is removed.
    @Override
    void close() throws IOException;
}
