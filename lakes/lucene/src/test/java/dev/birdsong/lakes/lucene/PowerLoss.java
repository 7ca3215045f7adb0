// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// Takes an image of a lake's folder at one moment, as it would be if the power had been lost just then: what was not
/// made durable is as it was, cut, zeroed, or gone, and a new name is gone if its folder was not made durable. Only
/// notes what is made durable, since the real power stays on.
final class PowerLoss {

    private final Path folder;
    private final Path image;
    private final Random random;
    private final Runnable justBefore;
    private final Map<Path, Unsafe> unsafe = new HashMap<>();
    private int operationsLeft;

    private record Unsafe(Set<String> contents, Set<String> names) {
        Unsafe() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    /// @param operations after so many operations on files the power is lost
    /// @param justBefore is told of that moment
    PowerLoss(Path folder, Path image, Random random, int operations, Runnable justBefore) {
        this.folder = folder;
        this.image = image;
        this.random = random;
        this.operationsLeft = operations;
        this.justBefore = justBefore;
    }

    Directory open(Path partition) throws IOException {
        synchronized (this) {
            return new Watched(
                    FSDirectory.open(partition),
                    unsafe.computeIfAbsent(folder.relativize(partition), _ -> new Unsafe()));
        }
    }

    /// Loses the power now, unless that has happened.
    synchronized void now() throws IOException {
        operationsLeft = Math.min(operationsLeft, 1);
        count();
    }

    private void count() throws IOException {
        operationsLeft--;
        if (operationsLeft == 0) {
            justBefore.run();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted().forEach(this::take);
            }
        }
    }

    private void take(Path file) {
        Path name = folder.relativize(file);
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(image.resolve(name));
            } else {
                Optional<byte[]> left = left(name, Files.readAllBytes(file));
                if (left.isPresent()) {
                    Files.write(image.resolve(name), left.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> left(Path file, byte[] content) {
        Path parent = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Unsafe here = unsafe.getOrDefault(parent, new Unsafe());
        String name = file.getFileName().toString();
        if (here.names().contains(name) && random.nextBoolean()) {
            return Optional.empty();
        }
        return Optional.of(here.contents().contains(name) ? damaged(content) : content);
    }

    private byte[] damaged(byte[] content) {
        int from = random.nextInt(content.length + 1);
        return switch (random.nextInt(3)) {
            case 0 -> content;
            case 1 -> Arrays.copyOf(content, from);
            default -> Arrays.copyOf(Arrays.copyOf(content, from), content.length);
        };
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
            synchronized (PowerLoss.this) {
                count();
                return created(in.createOutput(name, context));
            }
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            synchronized (PowerLoss.this) {
                count();
                return created(in.createTempOutput(prefix, suffix, context));
            }
        }

        private IndexOutput created(IndexOutput output) {
            here.contents().add(output.getName());
            here.names().add(output.getName());
            return output;
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            synchronized (PowerLoss.this) {
                count();
                here.contents().removeAll(names);
            }
        }

        @Override
        public void rename(String source, String target) throws IOException {
            synchronized (PowerLoss.this) {
                count();
                in.rename(source, target);
                here.names().remove(source);
                here.names().add(target);
                if (here.contents().remove(source)) {
                    here.contents().add(target);
                }
            }
        }

        @Override
        public void syncMetaData() throws IOException {
            synchronized (PowerLoss.this) {
                count();
                here.names().clear();
            }
        }

        @Override
        public void deleteFile(String name) throws IOException {
            synchronized (PowerLoss.this) {
                count();
                in.deleteFile(name);
                here.names().remove(name);
                here.contents().remove(name);
            }
        }
    }
}
