// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.FixedBitSet;

/// The newest document of each group of those that match: known once all of these were looked at, which rewriting
/// does. A search whose time ends meanwhile finds none, since the newest may not have been met yet.
final class LatestQuery extends Query {

    private final List<String> by;
    private final List<String> newest;
    private final Query among;
    private final Schema schema;
    private final GroupCache cache;

    /// @param groups what makes a group, and what is the newest of it
    LatestQuery(dev.birdsong.spi.query.Query.Latest groups, Query among, Schema schema, GroupCache cache) {
        this.by = groups.by().stream().map(Schema::plain).toList();
        this.newest = groups.newest().stream().map(Schema::plain).toList();
        this.among = among;
        this.schema = schema;
        this.cache = cache;
    }

    List<String> by() {
        return by;
    }

    List<String> newest() {
        return newest;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Optional<FixedBitSet> before = cache.found().get(reader, this);
        return before.isPresent() ? new FoundDocuments(before.get()) : found(searcher);
    }

    private Query found(IndexSearcher searcher) throws IOException {
        var collector = new GroupCollector(this, schema, cache);
        searcher.search(among, new OnePass(collector));
        if (searcher.timedOut()) {
            return new MatchNoDocsQuery("the time was over");
        }
        IndexReader reader = searcher.getIndexReader();
        FixedBitSet documents = new MergedGroups(collector.groups()).documents(reader.maxDoc());
        cache.found().put(reader, this, documents);
        return new FoundDocuments(documents);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "latest by " + by + " of " + among.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatestQuery that
                && by.equals(that.by)
                && newest.equals(that.newest)
                && among.equals(that.among);
    }

    @Override
    public int hashCode() {
        return 31 * by.hashCode() + among.hashCode();
    }
}
