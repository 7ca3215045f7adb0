// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of a lake: says which format it has, and is written by one process at a time.
final class LakeFolder implements AutoCloseable {

    private static final int FORMAT = 1;
    /// The file that says which format it has.
    static final String SETTINGS = "lake.properties";

    private static final String LOCK = "lake.lock";
    private static final String DROPPED = ".dropped";

    private final Path path;
    private final FileChannel lock;

    private LakeFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Opens the folder for writing, and makes it where there is none.
    ///
    /// @throws LakeException if another process writes to it, or if it is of a newer version
    static LakeFolder open(Path path) {
        checkFormat(path);
        try {
            Files.createDirectories(path);
            var folder = new LakeFolder(path, locked(path));
            folder.writeFormat();
            folder.removeDropped();
            return folder;
        } catch (IOException e) {
            throw new LakeException("cannot write to the lake folder " + path + ": " + reason(e), e);
        }
    }

    /// The partitions in a lake's folder.
    ///
    /// @throws LakeException if there is no lake, or one of a newer version
    static List<String> partitions(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(PartitionNames::isPartition)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new LakeException("cannot read the lake folder " + path + ": " + reason(e), e);
        }
    }

    /// Refuses what only a newer version can read, before anything is touched.
    ///
    /// @return whether there is a lake
    static boolean checkFormat(Path path) {
        try {
            String text = Files.readString(path.resolve(SETTINGS), StandardCharsets.UTF_8);
            if (!text.strip().equals("format=" + FORMAT)) {
                throw new LakeException("the lake in " + path + " was written by a newer version of birdsong ("
                        + text.strip().lines().findFirst().orElse("no format") + ", this one knows format=" + FORMAT
                        + "): use that version, or another folder");
            }
            return true;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new LakeException("cannot read the lake folder " + path + ": " + reason(e), e);
        }
    }

    /// The folder of a partition.
    Path partition(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    List<String> partitions() {
        return partitions(path);
    }

    /// Removes a partition; after a crash in between, the next opening does the rest.
    void drop(String name) throws IOException {
        Path gone = path.resolve(name + DROPPED);
        Files.move(path.resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
        delete(gone);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// Takes the lock that whoever writes has.
    static FileChannel locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            channel.close();
        }
        channel.close();
        throw new LakeException(
                "the lake in " + path + " is in use by another process: stop that one, or use another folder");
    }

    /// Writes what this version puts into the settings.
    static void writeFormat(OutputStream out) throws IOException {
        out.write(format());
    }

    private static byte[] format() {
        return ("format=" + FORMAT + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void writeFormat() throws IOException {
        if (Files.exists(path.resolve(SETTINGS))) {
            return;
        }
        Path fresh = path.resolve(SETTINGS + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(format()));
            out.force(true);
        }
        Files.move(fresh, path.resolve(SETTINGS), StandardCopyOption.ATOMIC_MOVE);
        sync(path);
    }

    /// Makes the names in a folder durable.
    static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private void removeDropped() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(DROPPED)).toList()) {
                delete(file);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(LakeFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw new IOException("cannot remove " + folder, e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why, in a few words: exceptions about files often have nothing but a name as their message.
    static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "no permission" + message;
            case NoSuchFileException _ -> "no such file" + message;
            case java.nio.file.NotDirectoryException _, java.nio.file.FileAlreadyExistsException _ ->
                "not a folder" + message;
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
