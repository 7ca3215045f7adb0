// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/// The files of a partition's last commit, each open: whoever writes may remove their names, their bytes stay.
///
/// @param files what is open, by name
record PinnedPartition(Directory directory, Map<String, IndexInput> files) implements AutoCloseable {

    /// Opens the files of the last commit; nothing where there is none. Where another commit has taken their place
    /// meanwhile, those of that one.
    static Optional<PinnedPartition> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Directory directory = FSDirectory.open(folder);
        if (!DirectoryReader.indexExists(directory)) {
            directory.close();
            return Optional.empty();
        }
        var pinned = new PinnedPartition(directory, new TreeMap<>());
        try {
            return pinned.pin() ? Optional.of(pinned) : pinned.none();
        } catch (IOException e) {
            pinned.close();
            throw e;
        }
    }

    private Optional<PinnedPartition> none() throws IOException {
        close();
        return Optional.empty();
    }

    /// @return whether there was anything: a partition may be dropped meanwhile
    private boolean pin() throws IOException {
        String tried = "";
        while (DirectoryReader.indexExists(directory)) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            try {
                for (String name : commit.files(true)) {
                    files.put(name, directory.openInput(name, IOContext.DEFAULT));
                }
                return true;
            } catch (NoSuchFileException | FileNotFoundException gone) {
                release();
                if (tried.equals(commit.getSegmentsFileName())) {
                    throw gone;
                }
                tried = commit.getSegmentsFileName();
            }
        }
        return false;
    }

    private void release() throws IOException {
        for (IndexInput file : files.values()) {
            file.close();
        }
        files.clear();
    }

    @Override
    public void close() throws IOException {
        release();
        directory.close();
    }
}
