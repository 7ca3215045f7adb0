// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.IndexInput;

/// The lake in a folder as of its last commits, held so that it can be copied, whoever writes to it meanwhile.
///
/// Files of a lake never change: new ones come, and old ones go once nobody needs them. So it is enough to have them
/// open, and that needs no help of the process that writes. What was acknowledged before the call is in it.
public final class LakeSnapshot implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final SequencedMap<String, PinnedPartition> partitions = new TreeMap<>();

    private LakeSnapshot(Path folder) {
        this.folder = folder;
    }

    /// Holds what the lake in this folder has now.
    ///
    /// @throws LakeException if there is no lake, one of a newer version, or one that lacks files
    public static LakeSnapshot of(Path folder) {
        if (!LakeFolder.checkFormat(folder)) {
            throw new LakeException("there is no lake in " + folder);
        }
        var snapshot = new LakeSnapshot(folder);
        try {
            snapshot.pin();
            return snapshot;
        } catch (IOException e) {
            snapshot.close();
            throw Failures.opening(folder, e);
        }
    }

    private void pin() throws IOException {
        for (String name : LakeFolder.partitions(folder)) {
            Optional<PinnedPartition> pinned = PinnedPartition.of(folder.resolve(name));
            pinned.ifPresent(partition -> partitions.put(name, partition));
        }
    }

    /// Its partitions.
    public int partitions() {
        return partitions.size();
    }

    /// Takes its files one by one.
    @FunctionalInterface
    public interface FileConsumer {

        /// Takes a file.
        ///
        /// @param path below the folder, with `/`
        void file(String path, Content content) throws IOException;
    }

    /// What is in a file.
    @FunctionalInterface
    public interface Content {

        /// Writes all of it.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Hands over all files. A lake that is copied file by file is the lake as it was when it was held.
    ///
    /// @throws IOException if the consumer does not take one
    /// @throws LakeException if a file of the lake is damaged
    public void files(FileConsumer consumer) throws IOException {
        consumer.file(LakeFolder.SETTINGS, LakeFolder::writeFormat);
        for (Map.Entry<String, PinnedPartition> partition : partitions.entrySet()) {
            for (Map.Entry<String, IndexInput> file :
                    partition.getValue().files().entrySet()) {
                String path = partition.getKey() + "/" + file.getKey();
                check(path, file.getValue());
                consumer.file(path, out -> copy(file.getValue().clone(), out));
            }
        }
    }

    /// Each file of an index ends with its checksum: a copy of a damaged one would be found out too late.
    private void check(String path, IndexInput file) {
        try {
            CodecUtil.checksumEntireFile(file);
        } catch (IOException e) {
            throw new LakeException("the lake in " + folder + " is damaged: " + path + " is not what was written", e);
        }
    }

    private static void copy(IndexInput file, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        file.seek(0);
        long left = file.length();
        while (left > 0) {
            int some = (int) Math.min(left, buffer.length);
            file.readBytes(buffer, 0, some);
            out.write(buffer, 0, some);
            left -= some;
        }
    }

    @Override
    public void close() {
        try {
            for (PinnedPartition partition : partitions.values()) {
                partition.close();
            }
        } catch (IOException e) {
            throw new LakeException("cannot let go of the lake in " + folder + ": " + LakeFolder.reason(e), e);
        }
    }
}
