// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.Path;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Words that follow each other in one leaf, at whatever path: a phrase at each path that has all of them.
final class AnywherePhrase extends Query {

    private final List<String> words;

    AnywherePhrase(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Set<BytesRef> paths = paths(searcher, words.getFirst());
        for (String word : words) {
            paths.retainAll(paths(searcher, word));
        }
        var anywhere = new BooleanQuery.Builder();
        paths.forEach(path -> anywhere.add(phrase(words, path), BooleanClause.Occur.SHOULD));
        return paths.isEmpty() ? new MatchNoDocsQuery("no path has all words") : anywhere.build();
    }

    /// The words one after the other at the path with this hash.
    static Query phrase(List<String> words, BytesRef path) {
        BytesRef[] terms =
                words.stream().map(word -> TextTerms.word(word, path)).toArray(BytesRef[]::new);
        return new PhraseQuery(Layout.WORDS, terms);
    }

    private static Set<BytesRef> paths(IndexSearcher searcher, String word) throws IOException {
        Set<BytesRef> paths = new HashSet<>();
        BytesRef start = TextTerms.word(word);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            addPaths(Terms.getTerms(leaf.reader(), Layout.WORDS).iterator(), start, paths);
        }
        return paths;
    }

    private static void addPaths(TermsEnum terms, BytesRef start, Set<BytesRef> paths) throws IOException {
        if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (BytesRef term = terms.term(); term != null && StringHelper.startsWith(term, start); term = terms.next()) {
            paths.add(BytesRef.deepCopyOf(new BytesRef(term.bytes, term.offset + start.length, Path.HASH)));
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "anywhere: " + words.size() + " words";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnywherePhrase that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
