// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.HitConsumer;
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

/// A lake around whose puts the process can end.
record HaltingLake(DataLake lake, Halt halt) implements DataLake {

    @Override
    public Acknowledgement put(List<LakeRecord> records) throws InterruptedException {
        halt.at(Step.BEFORE_PUT);
        Acknowledgement taken = lake.put(records);
        halt.at(Step.AFTER_PUT);
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
    public List<String> expire(Retention retention, long now) {
        return lake.expire(retention, now);
    }

    @Override
    public void close() {
        lake.close();
    }
}
