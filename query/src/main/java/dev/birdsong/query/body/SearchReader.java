// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.query.FieldValues;
import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Schema;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a search asks for, as JSON or as query parameters. Without state: one serves all threads.
///
/// How large a body may be is up to the caller; all else has its limit here.
public final class SearchReader {

    private static final Set<String> PAGING = Set.of("size", "from", "sort", "search_after", "track_total_hits");
    private static final Set<String> BODY = Set.of(
            "query", "size", "from", "sort", "search_after", "track_total_hits", "_source", "aggs", "aggregations");

    private final Schema schema;
    private final InstantSource now;

    public SearchReader(Schema schema, InstantSource now) {
        this.schema = schema;
        this.now = now;
    }

    /// What a JSON body asks for.
    ///
    /// @throws BadSearchException if it cannot be read
    public SearchBody body(byte[] json) {
        return read(new Node("", JsonReader.read(json)).members(BODY));
    }

    /// What query parameters ask for: `q`, `size`, `from`, `sort=timestamp:desc,_id:asc`, `search_after` as a JSON
    /// list or as values with commas, and `track_total_hits`.
    ///
    /// @throws BadSearchException if they cannot be read
    public SearchBody parameters(Map<String, String> parameters) {
        Map<String, Node> members = new LinkedHashMap<>();
        parameters.forEach((name, text) -> {
            if (PAGING.contains(name)) {
                members.put(name, new Node(name, parameter(name, text)));
            } else if (!name.equals("q")) {
                throw new BadSearchException(
                        Node.below("", name), "there is no such parameter; there are q, " + Node.listed(PAGING));
            }
        });
        SearchBody read = read(members);
        String typed = parameters.getOrDefault("q", "");
        Query query = queries(new Clauses()).parse(new Node("q", new Json.Text(typed)), typed);
        return new SearchBody(query, read.paging(), Map.of(), SourceFilter.ALL);
    }

    private static Json parameter(String name, String text) {
        return switch (name) {
            case "sort" ->
                new Json.Elements(Arrays.stream(text.split(","))
                        .map(SearchReader::sortKey)
                        .toList());
            case "search_after" ->
                text.startsWith("[")
                        ? JsonReader.read(name, text)
                        : new Json.Elements(Arrays.stream(text.split(",", -1))
                                .<Json>map(Json.Text::new)
                                .toList());
            default -> new Json.Text(text);
        };
    }

    private static Json sortKey(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? new Json.Text(text.strip())
                : new Json.Members(Map.of(
                        text.substring(0, colon).strip(),
                        new Json.Text(text.substring(colon + 1).strip())));
    }

    private QueryReader queries(Clauses count) {
        return new QueryReader(new FieldValues(schema, now), new QueryParser(schema, now), count);
    }

    private SearchBody read(Map<String, Node> members) {
        var count = new Clauses();
        @Nullable Node query = members.get("query");
        @Nullable Node source = members.get("_source");
        return new SearchBody(
                query == null
                        ? new Query.Everything()
                        : checked(query, queries(count).read(query)),
                new PagingReader(schema).read(members),
                aggregations(members, count),
                source == null ? SourceFilter.ALL : SourceFilter.read(source));
    }

    private Query checked(Node node, Query query) {
        try {
            SearchLimits.check(query, schema);
            return query;
        } catch (SearchRefusedException e) {
            throw node.problem(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Aggregation> aggregations(Map<String, Node> members, Clauses count) {
        @Nullable Node aggs = members.get("aggs");
        @Nullable Node aggregations = members.get("aggregations");
        if (aggs != null && aggregations != null) {
            throw aggregations.problem("either aggs or aggregations can be given");
        }
        @Nullable Node given = aggs == null ? aggregations : aggs;
        return given == null ? Map.of() : new AggregationReader(schema, count).read(given);
    }
}
