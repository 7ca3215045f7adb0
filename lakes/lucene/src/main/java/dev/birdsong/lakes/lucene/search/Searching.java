// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query.Everything;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Answers searches over one view of the lake.
public final class Searching {

    private final Schema schema;
    private final QueryTranslation translation;

    public Searching(Schema schema) {
        this.schema = schema;
        this.translation = new QueryTranslation(schema);
    }

    /// Answers a search: the hits first, so that there are some when the time is over.
    public SearchResult search(View view, TenantScope scope, SearchRequest request) throws IOException {
        SearchLimits.check(request, schema);
        Paging paging = request.paging();
        Order order = Order.of(paging.sort(), schema);
        Query asked = translation.scoped(scope, request.selection().query());
        try (var searcher = new TimedSearcher(view, request.selection().indices(), request.deadline())) {
            Query query = searcher.rewritten(asked);
            List<Hit> hits = hits(searcher, query, paging, order);
            return request.aggregations().isEmpty()
                    ? uncounted(searcher, query, paging.exactTotal(), hits)
                    : counted(searcher, query, request.aggregations(), hits);
        }
    }

    private static SearchResult uncounted(TimedSearcher searcher, Query query, boolean exact, List<Hit> hits)
            throws IOException {
        Total total = exact ? Total.exact() : Total.atLeast();
        searcher.search(query, total);
        boolean timedOut = searcher.timedOut();
        return new SearchResult(total.count(), total.isExact() && !timedOut, timedOut, hits, Map.of());
    }

    private SearchResult counted(
            TimedSearcher searcher, Query query, Map<String, Aggregation> aggregations, List<Hit> hits)
            throws IOException {
        var counting = new Counting(aggregations, schema);
        long total = counting.run(searcher, query);
        return new SearchResult(total, !searcher.timedOut(), searcher.timedOut(), hits, counting.results());
    }

    /// Every hit, newest first. Takes over the view.
    public Export export(View view, TenantScope scope, Selection selection) throws IOException {
        SearchLimits.check(selection.query(), schema);
        return new Export(view, scope, selection, translation);
    }

    /// The paths at which records have leaves.
    public SeenFields fields(View view, TenantScope scope, Set<Index> indices) throws IOException {
        var seen = new SeenPaths(schema);
        for (DirectoryReader reader : TimedSearcher.readers(view, indices)) {
            var searcher = new IndexSearcher(reader);
            Weight visible = searcher.createWeight(
                    searcher.rewrite(translation.scoped(scope, new Everything())), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : reader.leaves()) {
                seen.add(leaf, visible);
            }
        }
        return seen.fields();
    }

    private static List<Hit> hits(TimedSearcher searcher, Query query, Paging paging, Order order) throws IOException {
        int wanted = Math.min(paging.from() + paging.size(), Math.max(1, searcher.maxDoc()));
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

    private static ScoreDoc[] top(TimedSearcher searcher, Query query, List<SortValue> place, Order order, int wanted)
            throws IOException {
        @Nullable FieldDoc after = place.isEmpty() ? null : order.after(place);
        TopFieldCollector best = new TopFieldCollectorManager(order.lucene(), wanted, after, wanted).newCollector();
        if (!order.isNewestFirst()) {
            searcher.search(query, best);
        } else {
            long before = place.isEmpty() ? Long.MAX_VALUE : time(place.getFirst());
            searcher.search(upTo(query, before), new NewestFirst(best, wanted, before));
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

    private static Hit load(TimedSearcher searcher, FieldDoc found, Order order) throws IOException {
        List<LeafReaderContext> leaves = searcher.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        return new Hits(leaf).load(found.doc - leaf.docBase, order.values(found.fields));
    }
}
