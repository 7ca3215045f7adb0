// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.lakes.lucene.search.HeldDocuments;
import dev.birdsong.lakes.lucene.search.PlatformThreads;
import dev.birdsong.lakes.lucene.store.KnownRecords;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Holdings;
import dev.birdsong.spi.record.RecordKey;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// What a lake holds of sources, read from its newest view.
record LuceneHoldings(Reading.Source views, PlatformThreads threads) implements Holdings {

    private interface Work<T> {
        T on(View view) throws IOException;
    }

    private <T> T read(Work<T> work) {
        return threads.call(() -> {
            try (View view = views.hold()) {
                return work.on(view);
            }
        });
    }

    @Override
    public long count(Held held) {
        return read(view -> new HeldDocuments(view, held).count());
    }

    @Override
    public void things(Held held, ThingConsumer consumer) {
        read(view -> {
            new HeldDocuments(view, held).things(consumer);
            return true;
        });
    }

    @Override
    public void newest(Held held, Set<Long> things, RecordConsumer consumer) {
        read(view -> {
            new HeldDocuments(view, held).newest(things, consumer);
            return true;
        });
    }

    @Override
    public Set<String> known(Collection<RecordKey> keys) {
        return read(view -> {
            KnownRecords records = view.known();
            Set<String> known = new HashSet<>();
            for (RecordKey key : keys) {
                if (records.contains(key)) {
                    known.add(key.id());
                }
            }
            return known;
        });
    }
}
