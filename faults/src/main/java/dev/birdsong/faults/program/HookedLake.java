// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import java.util.List;
import java.util.Set;

/// A lake around whose puts something happens.
record HookedLake(DataLake lake, Hook before, Hook after) implements DataLake {

    /// What happens there.
    interface Hook {

        void run() throws InterruptedException;
    }

    @Override
    public Acknowledgement put(List<LakeRecord> records) throws InterruptedException {
        before.run();
        Acknowledgement taken = lake.put(records);
        after.run();
        return taken;
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        return lake.search(scope, request);
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        lake.export(scope, selection, consumer);
    }

    @Override
    public SeenFields fields(TenantScope scope, Set<Index> indices) {
        return lake.fields(scope, indices);
    }

    @Override
    public Holdings holdings() {
        return lake.holdings();
    }

    @Override
    public List<String> expire(Retention retention, long now, DropListener listener) {
        return lake.expire(retention, now, listener);
    }

    @Override
    public void close() {
        lake.close();
    }
}
