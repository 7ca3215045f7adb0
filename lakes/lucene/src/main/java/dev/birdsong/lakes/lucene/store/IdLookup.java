// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.State;
import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds records by id in one partition as of one commit. Used by one thread at a time.
final class IdLookup {

    private final DirectoryReader reader;
    private final List<Segment> segments = new ArrayList<>();

    IdLookup(DirectoryReader reader) throws IOException {
        this.reader = reader;
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(new Segment(leaf.reader()));
        }
    }

    boolean isOf(DirectoryReader other) {
        return reader.equals(other);
    }

    /// What the lake knows of a record.
    ///
    /// @param withLists whether its document is needed too
    Optional<State> find(String id, boolean withLists) throws IOException {
        BytesRef term = new BytesRef(id);
        for (Segment segment : segments) {
            int document = segment.find(term);
            if (document != DocIdSetIterator.NO_MORE_DOCS) {
                return Optional.of(segment.state(document, withLists));
            }
        }
        return Optional.empty();
    }

    private static final class Segment {

        private final LeafReader reader;
        private final TermsEnum ids;
        private @Nullable PostingsEnum postings;

        Segment(LeafReader reader) throws IOException {
            this.reader = reader;
            this.ids = Terms.getTerms(reader, Layout.ID).iterator();
        }

        int find(BytesRef id) throws IOException {
            if (!ids.seekExact(id)) {
                return DocIdSetIterator.NO_MORE_DOCS;
            }
            postings = ids.postings(postings, PostingsEnum.NONE);
            int document = postings.nextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS && !isLive(document)) {
                document = postings.nextDoc();
            }
            return document;
        }

        private boolean isLive(int document) {
            return reader.getLiveDocs() == null || reader.getLiveDocs().get(document);
        }

        State state(int document, boolean withLists) throws IOException {
            BinaryDocValues states = reader.getBinaryDocValues(Layout.STATE);
            SortedNumericDocValues revisions = reader.getSortedNumericDocValues(Layout.REVISION_COLUMN);
            if (states == null
                    || revisions == null
                    || !states.advanceExact(document)
                    || !revisions.advanceExact(document)) {
                throw new IOException("the index is damaged: a record has no state");
            }
            return State.decoded(
                    states.binaryValue(), revisions.nextValue(), withLists ? source(document) : State.NO_LISTS);
        }

        private Document source(int document) throws IOException {
            BytesRef source = reader.storedFields()
                    .document(document, Set.of(Layout.SOURCE))
                    .getBinaryValue(Layout.SOURCE);
            return Document.owning(Arrays.copyOfRange(source.bytes, source.offset, source.offset + source.length));
        }
    }
}
