// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.lakes.lucene.search.PlatformThreads;
import dev.birdsong.lakes.lucene.search.Searching;
import dev.birdsong.lakes.lucene.store.RecordStore;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The lake in one process and one folder.
///
/// What is acknowledged is on disk and is found by the next search. Opens again after a crash without repair.
public final class LuceneLake implements DataLake {

    private final RecordStore store;
    private final Searching searching;
    private final PlatformThreads threads;

    private LuceneLake(RecordStore store, Schema schema, int threads) {
        this.store = store;
        this.searching = new Searching(schema);
        this.threads = new PlatformThreads(threads);
    }

    /// Opens the lake in a folder, and makes one where there is none.
    ///
    /// @throws LakeException if the folder cannot be used, is in use, or is of a newer version
    public static LuceneLake open(Path folder, Schema schema, StoreSettings settings) {
        return new LuceneLake(RecordStore.open(folder, schema, settings), schema, settings.threads());
    }

    /// The same, as it fits this machine.
    public static LuceneLake open(Path folder, Schema schema, Clock clock) {
        return open(folder, schema, StoreSettings.standard(clock));
    }

    @Override
    public Acknowledgement put(List<LakeRecord> records) throws InterruptedException {
        return store.put(records);
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        return threads.call(() -> {
            try (View view = store.hold()) {
                return searching.search(view, scope, request);
            }
        });
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        throw new LakeException("export is not built yet");
    }

    @Override
    public List<String> expire(Retention retention, long now) {
        throw new LakeException("expire is not built yet");
    }

    @Override
    public void close() {
        threads.close();
        store.close();
    }
}
