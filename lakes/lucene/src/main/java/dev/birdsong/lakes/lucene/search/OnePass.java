// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.Collection;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/// Collects everything with one collector, in one thread.
record OnePass(Collector collector) implements CollectorManager<Collector, Collector> {

    @Override
    public Collector newCollector() {
        return collector;
    }

    @Override
    public Collector reduce(Collection<Collector> collectors) {
        return collector;
    }
}
