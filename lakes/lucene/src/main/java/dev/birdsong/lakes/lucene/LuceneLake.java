// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.lakes.lucene.store.ReadOnlyStore;
import dev.birdsong.lakes.lucene.store.RecordStore;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// The lake in one process and one folder.
///
/// What is acknowledged is on disk and is found by the next search. Opens again after a crash without repair.
public final class LuceneLake implements DataLake {

    private final RecordStore store;
    private final Reading reading;

    private LuceneLake(RecordStore store, Schema schema, int threads) {
        this.store = store;
        this.reading = new Reading(store::hold, schema, threads);
    }

    /// Opens the lake in a folder, and makes one where there is none.
    ///
    /// @throws LakeException if the folder cannot be used, is in use, or is of a newer version
    public static DataLake open(Path folder, Schema schema, StoreSettings settings) {
        return new LuceneLake(RecordStore.open(folder, schema, settings), schema, settings.threads());
    }

    /// The same, as it fits this machine.
    public static DataLake open(Path folder, Schema schema, Clock clock) {
        return open(folder, schema, StoreSettings.standard(clock));
    }

    /// Opens the lake in a folder for reading only, whoever writes to it meanwhile.
    ///
    /// @throws LakeException if there is none, or one of a newer version
    public static DataLake openReadOnly(Path folder, Schema schema) {
        return new ReadOnlyLake(ReadOnlyStore.open(folder), schema);
    }

    @Override
    public Acknowledgement put(List<LakeRecord> records) throws InterruptedException {
        return store.put(records);
    }

    @Override
    public SeenFields fields(TenantScope scope, Set<Index> indices) {
        return reading.fields(scope, indices);
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        return reading.search(scope, request);
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        reading.export(scope, selection, consumer);
    }

    @Override
    public Holdings holdings() {
        return reading.holdings();
    }

    @Override
    public List<String> expire(Retention retention, long now, DropListener listener) {
        return store.expire(retention, now, listener);
    }

    @Override
    public void close() {
        reading.close();
        store.close();
    }
}
