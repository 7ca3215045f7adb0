// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;

/// The partitions of one folder, as of their last commits, whoever writes them.
public final class ReadOnlyStore implements AutoCloseable {

    private final Path folder;
    private final Directories directories;
    private final Views views;
    private Set<String> known = Set.of();

    private ReadOnlyStore(Path folder) {
        this.folder = folder;
        this.directories = new Directories(folder, FSDirectory::open);
        this.views = new Views(directories);
    }

    /// Opens the lake in a folder.
    ///
    /// @throws LakeException if there is none, or one of a newer version
    public static ReadOnlyStore open(Path folder) {
        if (!LakeFolder.checkFormat(folder)) {
            throw new LakeException("there is no lake in " + folder + ": collect into it first");
        }
        var store = new ReadOnlyStore(folder);
        try {
            store.refresh();
        } catch (IOException e) {
            throw Failures.opening(folder, e);
        }
        return store;
    }

    /// The newest view, held for the caller.
    public View hold() throws IOException {
        refresh();
        return views.hold();
    }

    private synchronized void refresh() throws IOException {
        List<String> now = LakeFolder.partitions(folder);
        Set<String> dropped = new HashSet<>(known);
        now.forEach(dropped::remove);
        views.publish(now, dropped);
        known = Set.copyOf(now);
    }

    @Override
    public void close() {
        try {
            views.close();
            directories.close();
        } catch (IOException e) {
            throw new LakeException("cannot close the lake in " + folder + ": " + LakeFolder.reason(e), e);
        }
    }
}
