// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A lake whose puts become durable when they are waited for, and that can be full or lose what was not yet durable.
final class LatchedLake implements DataLake {

    private final Map<String, LakeRecord> durable = new LinkedHashMap<>();
    private final List<Put> open = new ArrayList<>();
    private boolean full;

    private final class Put implements Acknowledgement {

        private final List<LakeRecord> records;

        Put(List<LakeRecord> records) {
            this.records = records;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public PutResult await() {
            if (full) {
                throw new LakeException("disk full");
            }
            open.remove(this);
            long before = durable.size();
            records.forEach(record -> durable.put(record.key().id(), record));
            long created = durable.size() - before;
            return new PutResult(created, 0, records.size() - created);
        }
    }

    void losePower() {
        open.clear();
    }

    void full(boolean now) {
        full = now;
    }

    List<String> durableIds() {
        return List.copyOf(durable.keySet());
    }

    List<String> handedOver() {
        return open.stream()
                .flatMap(put -> put.records.stream())
                .map(record -> record.key().id())
                .toList();
    }

    @Override
    public Acknowledgement put(List<LakeRecord> records) {
        Put put = new Put(records);
        open.add(put);
        return put;
    }

    @Override
    public SearchResult search(TenantScope scope, SearchRequest request) {
        throw new UnsupportedOperationException("the engine does not search");
    }

    @Override
    public SeenFields fields(TenantScope scope, Set<Index> indices) {
        throw new UnsupportedOperationException("the engine names no fields");
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        throw new UnsupportedOperationException("the engine does not export");
    }

    @Override
    public Holdings holdings() {
        throw new UnsupportedOperationException("the engine leaves nothing out here");
    }

    @Override
    public List<String> expire(Retention retention, long now, DropListener listener) {
        return List.of();
    }

    @Override
    public void close() {}
}
