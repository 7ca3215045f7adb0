// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// Loses the power after so many operations of the lake on its files: leaves an image of the lake as of its last
/// `fsync`, and ends the process. What was not made durable by then is empty in the image, and a file whose name was
/// not is not there: the worst that a disk may do.
final class PowerCut {

    private final Path lake;
    private final Path image;
    private final Map<Path, Unsafe> unsafe = new HashMap<>();
    private int left;

    /// What a folder has that is not durable.
    private record Unsafe(Set<String> contents, Set<String> names) {}

    PowerCut(Path lake, Path image, int operations) {
        this.lake = lake;
        this.image = image;
        this.left = operations;
    }

    synchronized Directory open(Path folder) throws IOException {
        Unsafe here = unsafe.computeIfAbsent(folder, _ -> new Unsafe(new HashSet<>(), new HashSet<>()));
        return new Watched(FSDirectory.open(folder), here);
    }

    private void count() throws IOException {
        left--;
        if (left == 0) {
            try (Stream<Path> files = Files.walk(lake)) {
                for (Path file : files.sorted().toList()) {
                    take(file);
                }
            }
            Halt.now();
        }
    }

    private void take(Path file) throws IOException {
        Path copy = image.resolve(lake.relativize(file));
        Unsafe here =
                Optional.ofNullable(file.getParent()).map(unsafe::get).orElseGet(() -> new Unsafe(Set.of(), Set.of()));
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
        } else if (!here.names().contains(name)) {
            Files.write(copy, here.contents().contains(name) ? new byte[0] : Files.readAllBytes(file));
        }
    }

    /// Notes what is not durable yet.
    private final class Watched extends FilterDirectory {

        private final Unsafe here;

        Watched(Directory in, Unsafe here) {
            super(in);
            this.here = here;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            synchronized (PowerCut.this) {
                count();
                here.contents().add(name);
                here.names().add(name);
                return in.createOutput(name, context);
            }
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            synchronized (PowerCut.this) {
                count();
                in.sync(names);
                here.contents().removeAll(names);
            }
        }

        @Override
        public void rename(String source, String target) throws IOException {
            synchronized (PowerCut.this) {
                count();
                in.rename(source, target);
                here.names().add(target);
            }
        }

        @Override
        public void syncMetaData() throws IOException {
            synchronized (PowerCut.this) {
                count();
                in.syncMetaData();
                here.names().clear();
            }
        }
    }
}
