// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.SubjectFields;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.Holdings.RecordConsumer;
import dev.birdsong.spi.lake.Holdings.ThingConsumer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/// The documents of one content type of a source in a view.
public record HeldDocuments(View view, Held held) {

    /// How many there are.
    public long count() throws IOException {
        long count = 0;
        for (DirectoryReader reader : view.readers(view.partitions())) {
            count += new IndexSearcher(reader).count(new TermQuery(SubjectFields.term(held)));
        }
        return count;
    }

    /// Of what each of them tells.
    public void things(ThingConsumer consumer) throws IOException {
        for (DirectoryReader reader : view.readers(view.partitions())) {
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues groups = DocValues.getNumeric(leaf.reader(), Layout.GROUP);
                each(leaf, (document, thing) -> consumer.accept(thing, value(groups, document)));
            }
        }
    }

    /// The newest of each of these things.
    public void newest(Set<Long> things, RecordConsumer consumer) throws IOException {
        Map<Long, Place> newest = new HashMap<>();
        for (DirectoryReader reader : view.readers(view.partitions())) {
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues times = NewestFirst.times(leaf);
                each(leaf, (document, thing) -> {
                    if (things.contains(thing)) {
                        newest.merge(thing, new Place(leaf, document, value(times, document)), Place::newer);
                    }
                });
            }
        }
        for (Map.Entry<Long, Place> found : newest.entrySet()) {
            Place place = found.getValue();
            consumer.accept(
                    found.getKey(),
                    new Hits(place.leaf()).load(place.document(), List.of()).document());
        }
    }

    private record Place(LeafReaderContext leaf, int document, long time) {

        Place newer(Place other) {
            return other.time > time ? other : this;
        }
    }

    private interface Each {
        void document(int document, long thing) throws IOException;
    }

    private void each(LeafReaderContext leaf, Each each) throws IOException {
        PostingsEnum documents = leaf.reader().postings(SubjectFields.term(held), PostingsEnum.NONE);
        if (documents == null) {
            return;
        }
        var live = leaf.reader().getLiveDocs();
        NumericDocValues things = DocValues.getNumeric(leaf.reader(), Layout.THING);
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                each.document(document, value(things, document));
            }
        }
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.longValue() : 0;
    }
}
