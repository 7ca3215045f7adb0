// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The file with the keys. Only its owner may read it, and after a crash it is whole.
record KeyFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// Changes whenever the file is replaced.
    record Stamp(String file, long modified) {}

    boolean exists() {
        return Files.exists(path);
    }

    Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(
                    String.valueOf(attributes.fileKey()),
                    attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    String read() {
        try {
            refuseIfOthersMayRead();
            return Files.readString(path);
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    private void refuseIfOthersMayRead() throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")
                && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            throw new StateException.Unavailable(
                    "others may use the key file " + path + ": give it to its owner alone (chmod 600)");
        }
    }

    /// Makes it; one that is there already stays as it is.
    void make(String content) {
        try {
            Files.createDirectories(folder());
            Path next = written(content);
            try {
                Files.createLink(path, next);
            } catch (FileAlreadyExistsException e) {
                throw new StateException.Unavailable(
                        "the key file " + path + " was made by somebody else just now: start again", e);
            } finally {
                Files.delete(next);
            }
            syncFolder();
        } catch (IOException e) {
            throw unusable("make", e);
        }
    }

    void replace(String content) {
        try {
            Files.move(written(content), path, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw unusable("write", e);
        }
    }

    private Path written(String content) throws IOException {
        Path next = Files.createTempFile(folder(), path.getFileName() + ".", ".next", ownerOnly());
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        return next;
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(folder()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private void syncFolder() throws IOException {
        try (FileChannel directory = FileChannel.open(folder(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path folder() {
        return path.resolveSibling(".").normalize();
    }

    private StateException.Unavailable unusable(String attempted, IOException cause) {
        return new StateException.Unavailable(
                "cannot " + attempted + " the key file " + path + " ("
                        + cause.getClass().getSimpleName()
                        + "): make it readable and its folder writable for this user",
                cause);
    }
}
