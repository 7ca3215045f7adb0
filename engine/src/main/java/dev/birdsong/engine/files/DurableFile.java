// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small file that is always whole: after a crash it has its old content or its new one.
///
/// @param folder made if it is not there
/// @param name its name there
record DurableFile(Path folder, String name) {

    Path path() {
        return folder.resolve(name);
    }

    /// Its content, or nothing if it was never written.
    Optional<byte[]> read() throws IOException {
        return Files.exists(path()) ? Optional.of(Files.readAllBytes(path())) : Optional.empty();
    }

    /// Replaces its content. On disk when it returns.
    void write(byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve(name + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
