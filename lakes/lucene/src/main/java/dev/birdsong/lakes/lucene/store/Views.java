// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/// What readers see now: always the whole lake as of one commit. One thread at a time publishes.
final class Views implements AutoCloseable {

    private final Directories directories;
    private volatile View current = new View(Map.of());

    Views(Directories directories) {
        this.directories = directories;
    }

    /// The newest view, held for the caller.
    View hold() {
        View view = current;
        while (!view.tryHold()) {
            Thread.onSpinWait();
            view = current;
        }
        return view;
    }

    /// Shows the last commits of these partitions, and no longer shows the dropped ones.
    void publish(Collection<String> changed, Set<String> dropped) throws IOException {
        View before = current;
        Map<String, DirectoryReader> reopened = new HashMap<>();
        boolean complete = false;
        try {
            for (String name : changed) {
                reopen(before, name, reopened);
            }
            complete = true;
        } finally {
            if (!complete) {
                closeAll(reopened.values());
            }
        }
        current = before.with(reopened, dropped);
        before.close();
    }

    private void reopen(View before, String name, Map<String, DirectoryReader> reopened) throws IOException {
        @Nullable DirectoryReader old = before.reader(name).orElse(null);
        if (old != null) {
            @Nullable DirectoryReader newer = DirectoryReader.openIfChanged(old);
            if (newer != null) {
                reopened.put(name, newer);
            }
        } else if (DirectoryReader.indexExists(directories.directory(name))) {
            reopened.put(name, DirectoryReader.open(directories.directory(name)));
        }
    }

    private static void closeAll(Collection<DirectoryReader> readers) throws IOException {
        List<DirectoryReader> all = new ArrayList<>(readers);
        for (DirectoryReader reader : all) {
            reader.close();
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
