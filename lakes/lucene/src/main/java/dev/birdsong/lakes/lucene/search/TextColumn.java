// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The texts or addresses of a listed field in one segment, by their number there.
final class TextColumn {

    private final SortedSetDocValues all;
    private final @Nullable SortedDocValues single;

    /// Takes a text of a hit that is counted into a bucket.
    @FunctionalInterface
    interface Each {
        void take(int document, int bucket, int ord) throws IOException;
    }

    TextColumn(LeafReaderContext segment, String column) throws IOException {
        this.all = DocValues.getSortedSet(segment.reader(), column);
        this.single = DocValues.unwrapSingleton(all);
    }

    /// How many different ones there are.
    int count() {
        return Math.toIntExact(all.getValueCount());
    }

    /// Valid until the next call.
    BytesRef text(int ord) throws IOException {
        return all.lookupOrd(ord);
    }

    /// The number of a text; less than 0 where there is none.
    int ord(BytesRef text) throws IOException {
        return (int) all.lookupTerm(text);
    }

    /// Hands over every text.
    void read(Batch batch, Each each) throws IOException {
        if (single == null) {
            readAll(batch, each);
        } else {
            readSingle(single, batch, each);
        }
    }

    private static void readSingle(SortedDocValues texts, Batch batch, Each each) throws IOException {
        for (int i = 0; i < batch.size; i++) {
            if (texts.advanceExact(batch.documents[i])) {
                each.take(batch.documents[i], batch.buckets[i], texts.ordValue());
            }
        }
    }

    private void readAll(Batch batch, Each each) throws IOException {
        for (int i = 0; i < batch.size; i++) {
            if (all.advanceExact(batch.documents[i])) {
                for (int left = all.docValueCount(); left > 0; left--) {
                    each.take(batch.documents[i], batch.buckets[i], (int) all.nextOrd());
                }
            }
        }
    }
}
