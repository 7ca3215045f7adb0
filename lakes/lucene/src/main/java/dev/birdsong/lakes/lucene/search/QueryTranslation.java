// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.Path;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.query.Words;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.UTF32ToUTF8;

/// Translates query trees. The one place where a search is narrowed to what its tenant may see.
final class QueryTranslation {

    private static final org.apache.lucene.search.Query NOTHING = new MatchNoDocsQuery("no such record");
    private static final int MOST_WORK = 100_000;

    /// A sixteenth of the heap for groups that are remembered; a group takes about forty bytes.
    private static final int HEAP_SHARE = 16;

    private final Schema schema;
    private final GroupCache groups = new GroupCache(Runtime.getRuntime().maxMemory() / HEAP_SHARE);

    QueryTranslation(Schema schema) {
        this.schema = schema;
    }

    /// What a tenant finds.
    org.apache.lucene.search.Query scoped(TenantScope scope, Query query) {
        try {
            return switch (scope) {
                case TenantScope.All() -> new ConstantScoreQuery(translated(scope, query));
                case TenantScope.Only(var tenants) ->
                    all(List.of(
                            new TermInSetQuery(
                                    Layout.TENANT,
                                    tenants.stream().map(BytesRef::new).toList()),
                            translated(scope, query)));
            };
        } catch (TooComplexToDeterminizeException e) {
            throw new SearchRefusedException("a pattern has too many wildcards: use fewer", e);
        }
    }

    private org.apache.lucene.search.Query translated(TenantScope scope, Query query) {
        return switch (query) {
            case Query.Everything() -> MatchAllDocsQuery.INSTANCE;
            case Query.Text(String path, String text) -> text(Schema.plain(path), text);
            case Query.Wildcard(String path, String pattern) -> wildcard(Schema.plain(path), pattern);
            case Query.Range(String path, Bound from, Bound to) -> range(Schema.plain(path), from, to);
            case Query.InNetwork(String path, var network) ->
                GivenFields.isGiven(path) ? NOTHING : Ranges.network(Schema.plain(path), network);
            case Query.Exists(String path) -> exists(Schema.plain(path));
            case Query.And(List<Query> all) ->
                all(all.stream().map(one -> translated(scope, one)).toList());
            case Query.Or(List<Query> any) ->
                any(any.stream().map(one -> translated(scope, one)).toList());
            case Query.Not(Query excluded) ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                        .add(translated(scope, excluded), BooleanClause.Occur.MUST_NOT)
                        .build();
            // groups are made of what the tenant may see: nobody else's record is newer
            case Query.Latest latest -> new LatestQuery(latest, scoped(scope, latest.among()), schema, groups);
        };
    }

    static org.apache.lucene.search.Query all(List<org.apache.lucene.search.Query> queries) {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, BooleanClause.Occur.FILTER));
        return queries.isEmpty() ? MatchAllDocsQuery.INSTANCE : all.build();
    }

    private static org.apache.lucene.search.Query any(List<org.apache.lucene.search.Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
        return queries.isEmpty() ? NOTHING : any.build();
    }

    private org.apache.lucene.search.Query text(String path, String text) {
        if (GivenFields.isGiven(path)) {
            return GivenFields.text(path, text);
        }
        List<org.apache.lucene.search.Query> ways = new ArrayList<>();
        List<String> words = Words.of(text);
        if (!words.isEmpty() && words.size() <= LeafText.MOST_WORDS) {
            ways.add(words(path, words));
        }
        if (words.isEmpty() || text.length() > LeafText.LONGEST) {
            ways.add(whole(path, new BytesRef(LeafText.whole(text))));
        }
        if (schema.type(path).filter(FieldType.IP::equals).isPresent()) {
            Addresses.literal(text)
                    .map(Addresses::bytes)
                    .map(bytes -> TextTerms.behindPath(path, new BytesRef(bytes)))
                    .ifPresent(term -> ways.add(new TermQuery(new Term(Layout.ADDRESSES, term))));
        }
        return any(ways);
    }

    private static org.apache.lucene.search.Query words(String path, List<String> words) {
        boolean anywhere = path.equals(Query.ANY);
        if (words.size() > 1) {
            return anywhere ? new AnywherePhrase(words) : AnywherePhrase.phrase(words, new BytesRef(Path.hash(path)));
        }
        BytesRef word = TextTerms.word(words.getFirst());
        org.apache.lucene.search.Query among = anywhere
                ? new PrefixQuery(new Term(Layout.WORDS, word))
                : new TermQuery(
                        new Term(Layout.WORDS, TextTerms.word(words.getFirst(), new BytesRef(Path.hash(path)))));
        return any(List.of(among, whole(path, new BytesRef(words.getFirst()))));
    }

    private static org.apache.lucene.search.Query whole(String path, BytesRef text) {
        if (path.equals(Query.ANY)) {
            return TextTerms.matching(
                    Layout.WHOLES, Operations.concatenate(List.of(TextTerms.path(path), Automata.makeBinary(text))));
        }
        return new TermQuery(new Term(Layout.WHOLES, TextTerms.behindPath(path, text)));
    }

    private org.apache.lucene.search.Query wildcard(String path, String pattern) {
        if (GivenFields.isGiven(path)) {
            return GivenFields.wildcard(path, pattern);
        }
        if (pattern.isEmpty()) {
            return whole(path, new BytesRef());
        }
        if (pattern.chars().allMatch(c -> c == '*')) {
            return path.equals(Query.ANY) ? exists(path) : new PathQuery(path, false);
        }
        Automaton characters = WildcardQuery.toAutomaton(new Term("", Words.folded(pattern)), MOST_WORK);
        Automaton bytes = new UTF32ToUTF8().convert(characters);
        Automaton word = Operations.concatenate(List.of(bytes, Automata.makeChar(0), TextTerms.path(path)));
        Automaton whole = Operations.concatenate(List.of(TextTerms.path(path), bytes));
        return any(List.of(TextTerms.matching(Layout.WORDS, word), TextTerms.matching(Layout.WHOLES, whole)));
    }

    private org.apache.lucene.search.Query range(String path, Bound from, Bound to) {
        if (GivenFields.isText(path)) {
            return GivenFields.range(path, from, to);
        }
        FieldType type = schema.type(path).orElse(FieldType.TEXT);
        return switch (type) {
            case LONG, DATE -> Ranges.wholes(Layout.column(path, type), type, from, to);
            case DOUBLE -> Ranges.decimals(Layout.column(path, type), from, to);
            case IP -> Ranges.addresses(path, from, to);
            case TEXT, BOOLEAN -> Ranges.texts(path, from, to);
        };
    }

    private static org.apache.lucene.search.Query exists(String path) {
        if (GivenFields.isGiven(path)) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (path.equals(Query.ANY)) {
            return new PrefixQuery(new Term(Layout.SHAPES, ""));
        }
        return new PathQuery(path, true);
    }
}
