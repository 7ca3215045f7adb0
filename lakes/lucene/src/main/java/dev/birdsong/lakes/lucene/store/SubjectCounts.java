// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.SubjectFields;
import dev.birdsong.spi.lake.Holdings.Held;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/// Counts the records of a partition for each content type of each source.
final class SubjectCounts {

    private SubjectCounts() {}

    static Map<Held, Long> of(DirectoryReader reader) throws IOException {
        Map<Held, Long> counts = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            add(leaf.reader(), counts);
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static void add(LeafReader segment, Map<Held, Long> counts) throws IOException {
        TermsEnum terms = Terms.getTerms(segment, Layout.SUBJECT).iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            long live = segment.getLiveDocs() == null ? terms.docFreq() : live(segment, terms);
            counts.merge(SubjectFields.held(term), live, Long::sum);
        }
    }

    private static long live(LeafReader segment, TermsEnum terms) throws IOException {
        PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
        long live = 0;
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            live += segment.getLiveDocs().get(document) ? 1 : 0;
        }
        return live;
    }
}
