// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.Directory;

/// The partitions' directories, opened when they are first needed.
final class Directories implements AutoCloseable {

    private final Path folder;
    private final DirectorySource source;
    private final Map<String, Directory> open = new HashMap<>();

    Directories(Path folder, DirectorySource source) {
        this.folder = folder;
        this.source = source;
    }

    synchronized Directory directory(String partition) throws IOException {
        Directory known = open.get(partition);
        if (known != null) {
            return known;
        }
        Directory opened = source.open(folder.resolve(partition));
        open.put(partition, opened);
        return opened;
    }

    Path folder() {
        return folder;
    }

    synchronized void forget(String partition) throws IOException {
        Optional<Directory> known = Optional.ofNullable(open.remove(partition));
        if (known.isPresent()) {
            known.get().close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Directory directory : open.values()) {
            directory.close();
        }
    }
}
