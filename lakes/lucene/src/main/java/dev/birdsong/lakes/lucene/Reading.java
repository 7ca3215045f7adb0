// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.lakes.lucene.search.Export;
import dev.birdsong.lakes.lucene.search.PlatformThreads;
import dev.birdsong.lakes.lucene.search.Searching;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.HitConsumer;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The reading half of a lake: what is asked runs on threads of its own, over the view that is newest then.
final class Reading implements AutoCloseable {

    private final Source views;
    private final Searching searching;
    private final PlatformThreads threads;

    Reading(Source views, Schema schema, int threads) {
        this.views = views;
        this.searching = new Searching(schema);
        this.threads = new PlatformThreads(threads);
    }

    /// Gives the newest view, held for the caller.
    interface Source {
        View hold() throws IOException;
    }

    SearchResult search(TenantScope scope, SearchRequest request) {
        return threads.call(() -> {
            try (View view = views.hold()) {
                return searching.search(view, scope, request);
            }
        });
    }

    SeenFields fields(TenantScope scope, Set<Index> indices) {
        return threads.call(() -> {
            try (View view = views.hold()) {
                return searching.fields(view, scope, indices);
            }
        });
    }

    /// Reads a batch while the one before it is consumed, so that a slow consumer keeps nobody else waiting.
    void export(TenantScope scope, Selection selection, HitConsumer consumer) {
        Export export = threads.call(() -> searching.export(views.hold(), scope, selection));
        try {
            consume(export, consumer);
        } finally {
            // also for one who was interrupted
            threads.begin(() -> {
                        export.close();
                        return true;
                    })
                    .settle();
        }
    }

    private void consume(Export export, HitConsumer consumer) {
        PlatformThreads.Answer<List<Hit>> next = threads.begin(export::next);
        try {
            List<Hit> batch = next.await();
            while (!batch.isEmpty()) {
                next = threads.begin(export::next);
                if (!batch.stream().allMatch(consumer::accept)) {
                    return;
                }
                batch = next.await();
            }
        } finally {
            next.settle();
        }
    }

    Holdings holdings() {
        return new LuceneHoldings(views, threads);
    }

    @Override
    public void close() {
        threads.close();
    }
}
