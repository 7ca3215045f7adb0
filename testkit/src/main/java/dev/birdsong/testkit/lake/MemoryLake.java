// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A lake that holds its records in memory, looks at every one of them for every search, and forgets them when it
/// is closed. What it does is what every lake does.
public final class MemoryLake implements DataLake {

    private final Schema schema;
    private final Clock clock;
    private final Map<Key, Stored> records = new LinkedHashMap<>();
    private long writeTime;

    private record Key(Index index, String id) {}

    public MemoryLake(Schema schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    /// The records as they are now, in the order in which their ids first came.
    public synchronized List<LakeRecord> records() {
        return records.values().stream().map(Stored::record).toList();
    }

    @Override
    public synchronized Acknowledgement put(List<LakeRecord> batch) {
        writeTime = Math.max(writeTime + 1, clock.millis());
        PutResult result = PutResult.NONE;
        for (LakeRecord record : batch) {
            result = result.plus(put(record));
        }
        return new Done(result);
    }

    private PutResult put(LakeRecord record) {
        var key = new Key(record.key().index(), record.key().id());
        Optional<Stored> known = Optional.ofNullable(records.get(key));
        if (known.isPresent() && covers(known.get().record(), record)) {
            return new PutResult(0, 0, 1);
        }
        LakeRecord united = Union.of(known.map(Stored::record), record);
        String partition = known.map(Stored::partition).orElseGet(() -> Partitions.of(record.key(), clock.millis()));
        long revision = known.map(stored -> stored.revision() + 1).orElse(0L);
        records.put(key, new Stored(united, partition, writeTime, revision));
        return known.isPresent() ? new PutResult(0, 1, 0) : new PutResult(1, 0, 0);
    }

    private static boolean covers(LakeRecord known, LakeRecord record) {
        return known.fingerprint().equals(record.fingerprint())
                || record.version().compareTo(known.version()) < 0;
    }

    @Override
    public synchronized SearchResult search(TenantScope scope, SearchRequest request) {
        SearchLimits.check(request, schema);
        var order = new PlainOrder(schema, request.paging().sort());
        order.check(request.paging().after());
        List<Stored> found = found(scope, request.selection(), request.deadline());
        boolean timedOut = request.deadline().hasPassed();
        Map<String, AggregationResult> counted = new Counting(schema).of(found, request.aggregations());
        SearchLimits.check(counted.values());
        return new SearchResult(found.size(), !timedOut, timedOut, page(found, order, request.paging()), counted);
    }

    private static List<Hit> page(List<Stored> found, PlainOrder order, Paging paging) {
        return found.stream()
                .sorted(order)
                .filter(record -> order.isAfter(record, paging.after()))
                .skip(paging.from())
                .limit(paging.size())
                .map(record -> record.hit(order.place(record)))
                .toList();
    }

    private List<Stored> found(TenantScope scope, Selection selection, Deadline deadline) {
        List<Stored> seen = records.values().stream()
                .takeWhile(_ -> !deadline.hasPassed())
                .filter(stored -> isVisible(scope, stored.record()))
                .filter(stored ->
                        selection.indices().contains(stored.record().key().index()))
                .toList();
        var matching = new Matching(schema, seen);
        return seen.stream()
                .filter(stored -> matching.matches(selection.query(), stored))
                .toList();
    }

    @Override
    public synchronized SeenFields fields(TenantScope scope, Set<Index> indices) {
        return SeenPaths.of(schema, found(scope, new Selection(indices, new Query.Everything()), Deadline.NEVER));
    }

    private static boolean isVisible(TenantScope scope, LakeRecord record) {
        return switch (scope) {
            case TenantScope.All() -> true;
            case TenantScope.Only(var tenants) -> tenants.contains(record.key().tenant());
        };
    }

    @Override
    public void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        for (Hit hit : newestFirst(scope, selection)) {
            if (!consumer.accept(hit)) {
                return;
            }
        }
    }

    private synchronized List<Hit> newestFirst(TenantScope scope, Selection selection) {
        SearchLimits.check(selection.query(), schema);
        var order = new PlainOrder(schema, Paging.NEWEST_FIRST);
        return found(scope, selection, Deadline.NEVER).stream()
                .sorted(order)
                .map(record -> record.hit(order.place(record)))
                .toList();
    }

    @Override
    public Holdings holdings() {
        return new MemoryHoldings(this::held);
    }

    private synchronized List<Stored> held() {
        return List.copyOf(records.values());
    }

    @Override
    public synchronized List<String> expire(Retention retention, long now, DropListener listener) {
        Map<String, List<Stored>> partitions = new HashMap<>();
        records.values()
                .forEach(stored -> partitions
                        .computeIfAbsent(stored.partition(), _ -> new ArrayList<>())
                        .add(stored));
        List<String> dropped = partitions.entrySet().stream()
                .filter(partition -> isExpired(partition.getKey(), partition.getValue(), retention, now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        dropped.forEach(name -> listener.dropping(new DropListener.Drop(
                name, Partitions.month(name), MemoryHoldings.counted(partitions.getOrDefault(name, List.of())))));
        records.values().removeIf(stored -> dropped.contains(stored.partition()));
        return dropped;
    }

    private static boolean isExpired(String partition, Collection<Stored> records, Retention retention, long now) {
        Index index = records.iterator().next().record().key().index();
        Optional<Long> limit = (index == Index.SYSLOG ? retention.syslog() : retention.assets()).limit(now);
        return limit.isPresent()
                && records.stream().allMatch(stored -> stored.writeTime() < limit.get())
                && Partitions.end(partition).map(end -> end <= limit.get()).orElse(true);
    }

    @Override
    public synchronized void close() {
        records.clear();
    }

    private record Done(PutResult result) implements Acknowledgement {

        @Override
        public boolean isDone() {
            return true;
        }

        @Override
        public PutResult await() {
            return result;
        }
    }
}
