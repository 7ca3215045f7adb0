// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// The partitions that are open for writing. Those that were not used for longest are committed and closed when
/// there are too many, so that a back-fill over many years needs no more than a few at a time.
final class PartitionWriters {

    private final StoreSettings settings;
    private final Directories directories;
    private final WriteTimes times;
    private final Map<String, PartitionWriter> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> committed = new HashSet<>();
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    PartitionWriters(StoreSettings settings, Directories directories, WriteTimes times, Collection<String> existing) {
        this.settings = settings;
        this.directories = directories;
        this.times = times;
        this.existing.addAll(existing);
    }

    /// Whether anything was ever put there.
    boolean exists(String name) {
        return existing.contains(name);
    }

    /// The partition's writer, which stays open until the caller leaves it.
    synchronized PartitionWriter use(String name) throws IOException {
        PartitionWriter known = open.get(name);
        if (known != null) {
            known.use();
            return known;
        }
        makeRoom();
        Directory directory = directories.directory(name);
        PartitionWriter opened = new PartitionWriter(name, directory, settings.memory(), knownIds(directory));
        LakeFolder.sync(directories.folder());
        open.put(name, opened);
        existing.add(name);
        opened.use();
        return opened;
    }

    private void makeRoom() throws IOException {
        List<PartitionWriter> idle =
                open.values().stream().filter(writer -> !writer.isInUse()).toList();
        int over = open.size() - settings.openPartitions() + 1;
        for (PartitionWriter oldest : idle.subList(0, Math.clamp(over, 0, idle.size()))) {
            close(oldest);
        }
    }

    private void close(PartitionWriter writer) throws IOException {
        if (writer.commit(times.now())) {
            committed.add(writer.name());
        }
        writer.rollback();
        open.remove(writer.name());
    }

    /// Commits all that was added before the call.
    ///
    /// @return the partitions that changed since the last call
    Set<String> commit() throws IOException {
        for (PartitionWriter writer : useAll()) {
            try {
                if (writer.commit(times.now())) {
                    noteCommitted(writer.name());
                }
            } finally {
                writer.leave();
            }
        }
        return takeCommitted();
    }

    /// All that are open, none of which is closed before it is left.
    private synchronized List<PartitionWriter> useAll() {
        open.values().forEach(PartitionWriter::use);
        return List.copyOf(open.values());
    }

    private synchronized void noteCommitted(String name) {
        committed.add(name);
    }

    /// The partitions that changed on disk since the last call.
    synchronized Set<String> takeCommitted() {
        Set<String> changed = Set.copyOf(committed);
        committed.clear();
        return changed;
    }

    /// Forgets all that was not committed, and closes every writer. No thread may be writing.
    synchronized void rollback() throws IOException {
        Optional<IOException> failure = Optional.empty();
        for (PartitionWriter writer : new ArrayList<>(open.values())) {
            committed.add(writer.name());
            try {
                writer.rollback();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        open.clear();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /// Whether something was added that no reader sees yet.
    synchronized boolean isChanged(String name) {
        PartitionWriter writer = open.get(name);
        return committed.contains(name) || (writer != null && writer.isChanged());
    }

    /// Closes one writer, where it is open, without writing what was not committed.
    synchronized void forget(String name) throws IOException {
        existing.remove(name);
        Optional<PartitionWriter> writer = Optional.ofNullable(open.remove(name));
        if (writer.isPresent()) {
            writer.get().rollback();
        }
    }

    /// Writes a segment where all partitions together keep too much in memory.
    void boundMemory() throws IOException {
        List<PartitionWriter> writers = useAll();
        try {
            if (writers.stream().mapToLong(PartitionWriter::memory).sum() > settings.memory()) {
                writers.stream()
                        .max(Comparator.comparingLong(PartitionWriter::memory))
                        .orElseThrow()
                        .writeSegment();
            }
        } finally {
            writers.forEach(PartitionWriter::leave);
        }
    }

    private List<KnownIds> knownIds(Directory directory) throws IOException {
        var known = new KnownIds();
        if (DirectoryReader.indexExists(directory)) {
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    addIds(Terms.getTerms(leaf.reader(), Layout.ID).iterator(), known);
                }
            }
        }
        return IntStream.range(0, settings.threads())
                .mapToObj(_ -> new KnownIds(known))
                .toList();
    }

    private static void addIds(TermsEnum ids, KnownIds known) throws IOException {
        for (BytesRef id = ids.next(); id != null; id = ids.next()) {
            known.add(KnownIds.hash(id.utf8ToString()));
        }
    }
}
