// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/// Answers searches over one view of the lake.
public final class Searching {

    private static final int MOST = 10_000;

    static {
        // how many clauses a query may have was decided where it was read; a word at many paths is one of them
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    private final Schema schema;
    private final QueryTranslation translation;

    public Searching(Schema schema) {
        this.schema = schema;
        this.translation = new QueryTranslation(schema);
    }

    /// Answers a search.
    public SearchResult search(View view, TenantScope scope, SearchRequest request) throws IOException {
        Paging paging = request.paging();
        if (paging.from() < 0 || paging.size() < 0 || (long) paging.from() + paging.size() > MOST) {
            throw new LakeException("from + size may be up to 10,000: use search_after to go on");
        }
        Order order = Order.of(paging.sort(), schema);
        Query query = translation.scoped(scope, request.selection().query());
        try (MultiReader reader = reader(view, request.selection())) {
            var searcher = new IndexSearcher(reader);
            Map<String, Count> counts = counts(request.aggregations());
            Total total = counts.isEmpty()
                    ? Total.of(searcher, query, paging.exactTotal())
                    : counted(searcher, query, counts.values());
            Map<String, List<Bucket>> buckets = new HashMap<>();
            counts.forEach((name, count) -> buckets.put(name, count.buckets()));
            return new SearchResult(total.count(), total.exact(), hits(searcher, query, paging, order), buckets);
        }
    }

    /// Every hit, newest first. Takes over the view.
    public Export export(View view, TenantScope scope, Selection selection) throws IOException {
        return new Export(view, scope, selection, translation);
    }

    private Map<String, Count> counts(Map<String, Aggregation> aggregations) {
        Map<String, Count> counts = new HashMap<>();
        aggregations.forEach((name, aggregation) -> counts.put(name, Count.of(aggregation, schema)));
        return counts;
    }

    private static Total counted(IndexSearcher searcher, Query query, Collection<Count> counts) throws IOException {
        var counting = new Counts(counts);
        searcher.search(query, new OnePass(counting));
        return new Total(counting.total(), true);
    }

    static MultiReader reader(View view, Selection selection) throws IOException {
        List<String> partitions = view.partitions().stream()
                .filter(name -> selection.indices().contains(View.index(name)))
                .toList();
        return new MultiReader(view.readers(partitions).toArray(IndexReader[]::new), false);
    }

    private static List<Hit> hits(IndexSearcher searcher, Query query, Paging paging, Order order) throws IOException {
        int wanted = Math.min(
                paging.from() + paging.size(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        if (paging.size() == 0 || wanted <= paging.from()) {
            return List.of();
        }
        ScoreDoc[] found = top(searcher, query, paging.after(), order, wanted);
        List<Hit> hits = new ArrayList<>();
        for (int i = paging.from(); i < found.length; i++) {
            hits.add(load(searcher, (FieldDoc) found[i], order));
        }
        return hits;
    }

    private static ScoreDoc[] top(IndexSearcher searcher, Query query, List<SortValue> place, Order order, int wanted)
            throws IOException {
        @Nullable FieldDoc after = place.isEmpty() ? null : order.after(place);
        TopFieldCollector best = new TopFieldCollectorManager(order.lucene(), wanted, after, wanted).newCollector();
        if (!order.isNewestFirst()) {
            searcher.search(query, new OnePass(best));
        } else {
            long before = place.isEmpty() ? Long.MAX_VALUE : time(place.getFirst());
            searcher.search(upTo(query, before), new OnePass(new NewestFirst(best, wanted, before)));
        }
        return best.topDocs().scoreDocs;
    }

    /// The time of a place; that of records without one is the earliest there is.
    private static long time(SortValue place) {
        return place instanceof SortValue.Whole(long time) ? time : Long.MIN_VALUE;
    }

    /// Leaves out what is newer.
    private static Query upTo(Query query, long time) {
        if (time == Long.MAX_VALUE) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.FILTER)
                .add(
                        LongField.newRangeQuery(Layout.TIMESTAMP_COLUMN, time + 1, Long.MAX_VALUE),
                        BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private static Hit load(IndexSearcher searcher, FieldDoc found, Order order) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        return new Hits(leaf).load(found.doc - leaf.docBase, order.values(found.fields));
    }
}
