// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.record.Index;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;

/// The whole lake as of one commit. Whoever uses it holds it, and lets go of it afterwards.
public final class View implements AutoCloseable {

    private final Map<String, DirectoryReader> readers;
    private final AtomicInteger holders = new AtomicInteger(1);

    /// Takes over one reference to each reader.
    View(Map<String, DirectoryReader> readers) {
        this.readers = new TreeMap<>(Comparator.reverseOrder());
        this.readers.putAll(readers);
    }

    /// The names of the partitions, the newest month first.
    public List<String> partitions() {
        return List.copyOf(readers.keySet());
    }

    /// Which index a partition belongs to.
    public static Index index(String partition) {
        return PartitionNames.index(partition);
    }

    /// The readers of some partitions, in this order.
    public List<DirectoryReader> readers(Collection<String> partitions) {
        return partitions.stream().flatMap(name -> reader(name).stream()).toList();
    }

    /// Whether it holds records, by id.
    public KnownRecords known() {
        return new KnownRecords(this);
    }

    Optional<DirectoryReader> reader(String partition) {
        return Optional.ofNullable(readers.get(partition));
    }

    /// The same view with other readers for some partitions; shares the rest.
    View with(Map<String, DirectoryReader> changed, Collection<String> dropped) {
        Map<String, DirectoryReader> next = new TreeMap<>(readers);
        next.putAll(changed);
        next.keySet().removeAll(dropped);
        next.forEach((name, reader) -> {
            if (!changed.containsKey(name)) {
                reader.incRef();
            }
        });
        return new View(next);
    }

    /// Holds the view, unless it is closed already.
    boolean tryHold() {
        return holders.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
    }

    /// Lets go of the view; the last one to do so closes it.
    @Override
    public void close() throws IOException {
        if (holders.decrementAndGet() == 0) {
            for (DirectoryReader reader : new ArrayList<>(readers.values())) {
                reader.decRef();
            }
        }
    }
}
