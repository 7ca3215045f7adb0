// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

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
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Set;

/// A lake, and how often and how long it is used.
final class MeasuredLake implements DataLake {

    private final DataLake lake;
    private final Counter puts;
    private final Counter records;
    private final Timer searches;

    MeasuredLake(DataLake lake, MeterRegistry registry) {
        this.lake = lake;
        this.puts = registry.counter("birdsong.lake.puts");
        this.records = registry.counter("birdsong.lake.put.records");
        this.searches = registry.timer("birdsong.lake.searches");
    }

    @Override
    public Acknowledgement put(List<LakeRecord> batch) throws InterruptedException {
        Acknowledgement acknowledgement = lake.put(batch);
        puts.increment();
        records.increment(batch.size());
        return acknowledgement;
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        return searches.record(() -> lake.search(scope, request));
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
