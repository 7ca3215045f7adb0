// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// Files and folders that nobody else may read, and that are on disk when they are said to be.
final class OwnerOnly {

    private static final int BUFFER = 1 << 16;
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private OwnerOnly() {}

    /// Makes a folder and those above it, where they are not there.
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = above(folder);
            folder(above);
            Files.createDirectory(folder, attributes(above, "rwx------"));
            sync(above);
        }
    }

    /// Makes a file, which is not there yet. On disk when it returns, but for its name.
    static void file(Path file, Content content) throws IOException {
        try (FileChannel channel = create(file);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /// A file, which is not there yet, open for writing.
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, NEW, attributes(above(file), "rw-------"));
    }

    private static FileAttribute<?>[] attributes(Path folder, String permissions) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// The folder that something is in.
    static Path above(Path path) {
        return path.toAbsolutePath().resolveSibling("").normalize();
    }

    /// Makes the names in a folder durable.
    static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /// Makes the names in a folder and in all below it durable.
    static void syncAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path below : all.filter(Files::isDirectory).toList()) {
                sync(below);
            }
        }
    }

    /// Removes a file, or a folder with all that is in it, where it is there.
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(OwnerOnly::deleteOne);
        } catch (UncheckedIOException e) {
            throw new IOException("cannot remove " + path, e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
