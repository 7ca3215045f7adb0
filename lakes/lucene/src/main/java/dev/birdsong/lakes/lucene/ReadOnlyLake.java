// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.lakes.lucene.store.ReadOnlyStore;
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
import java.util.List;
import java.util.Set;

/// A lake that is only read. Another process may write to it meanwhile: each search sees its last commits.
final class ReadOnlyLake implements DataLake {

    private final ReadOnlyStore store;
    private final Reading reading;

    ReadOnlyLake(ReadOnlyStore store, Schema schema) {
        this.store = store;
        this.reading = new Reading(store::hold, schema, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Acknowledgement put(List<LakeRecord> records) {
        throw new LakeException("the lake was opened for reading only");
    }

    @Override
    public Holdings holdings() {
        return reading.holdings();
    }

    @Override
    public List<String> expire(Retention retention, long now, DropListener listener) {
        throw new LakeException("the lake was opened for reading only");
    }

    @Override
    public void close() {
        reading.close();
        store.close();
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        reading.export(scope, selection, consumer);
    }

    @Override
    public SeenFields fields(TenantScope scope, Set<Index> indices) {
        return reading.fields(scope, indices);
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        return reading.search(scope, request);
    }
}
