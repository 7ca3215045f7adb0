// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps everybody else from writing to a lake, for somebody who is to replace it.
public final class LakeLock implements AutoCloseable {

    private final Optional<FileChannel> lock;

    private LakeLock(Optional<FileChannel> lock) {
        this.lock = lock;
    }

    /// Takes it; where there is no such folder there is nothing to take.
    ///
    /// @throws LakeException if another process writes to the lake
    public static LakeLock of(Path folder) {
        try {
            return new LakeLock(Files.isDirectory(folder) ? Optional.of(LakeFolder.locked(folder)) : Optional.empty());
        } catch (IOException e) {
            throw new LakeException("cannot use the lake folder " + folder + ": " + LakeFolder.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new LakeException("cannot let go of the lake folder: " + LakeFolder.reason(e), e);
        }
    }
}
