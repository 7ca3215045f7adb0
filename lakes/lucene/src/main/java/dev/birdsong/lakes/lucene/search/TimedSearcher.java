// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.record.Index;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/// Searches some partitions of a view for as long as there is time. What a search took until then stays with its
/// collector.
final class TimedSearcher implements AutoCloseable {

    static {
        // how many clauses a query may have was decided where it was read; a word at many paths is one of them
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    private final Deadline deadline;
    /// What was found is read without looking at the clock.
    private final MultiReader whole;
    private final MultiReader timed;
    private final IndexSearcher searcher;
    private boolean timedOut;

    TimedSearcher(View view, Set<Index> indices, Deadline deadline) throws IOException {
        this.deadline = deadline;
        List<DirectoryReader> readers = readers(view, indices);
        this.whole = new MultiReader(readers.toArray(IndexReader[]::new), false);
        this.timed = new MultiReader(timed(readers, deadline), false);
        this.searcher = new IndexSearcher(timed);
        searcher.setTimeout(deadline::hasPassed);
    }

    /// The partitions of some indices, the newest first.
    static List<DirectoryReader> readers(View view, Set<Index> indices) {
        return view.readers(view.partitions().stream()
                .filter(name -> indices.contains(View.index(name)))
                .toList());
    }

    private static IndexReader[] timed(List<DirectoryReader> readers, Deadline deadline) throws IOException {
        List<IndexReader> timed = new ArrayList<>();
        for (DirectoryReader reader : readers) {
            timed.add(new ExitableDirectoryReader(reader, deadline::hasPassed));
        }
        return timed.toArray(IndexReader[]::new);
    }

    /// What the query comes down to here, so that it has to be worked out only once; nothing when the time is over.
    Query rewritten(Query query) throws IOException {
        try {
            Query rewritten = searcher.rewrite(query);
            timedOut |= searcher.timedOut();
            return rewritten;
        } catch (ExitableDirectoryReader.ExitingReaderException _) {
            timedOut = true;
            return new MatchNoDocsQuery("the time was over");
        }
    }

    /// Hands the hits of a query to a collector.
    void search(Query query, Collector collector) throws IOException {
        if (deadline.hasPassed()) {
            timedOut = true;
            return;
        }
        try {
            searcher.search(query, new OnePass(collector));
            timedOut |= searcher.timedOut();
        } catch (ExitableDirectoryReader.ExitingReaderException _) {
            timedOut = true;
        }
    }

    /// Whether a search saw less than there is.
    boolean timedOut() {
        return timedOut;
    }

    /// The most documents that may be found.
    int maxDoc() {
        return whole.maxDoc();
    }

    /// The segments, numbered as those of the hits.
    List<LeafReaderContext> leaves() {
        return whole.leaves();
    }

    @Override
    public void close() throws IOException {
        timed.close();
        whole.close();
    }
}
