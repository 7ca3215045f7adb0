// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A running server, asked by its API.
///
/// @param api closed with this
public record ServerSearched(ApiClient api) implements Searched {

    @Override
    public Found search(Asked asked) throws InterruptedException {
        String indices = asked.indices().stream().map(Index::label).sorted().collect(Collectors.joining(","));
        return ServerAnswer.read(api.postForText("/connect/api/data/" + indices + "/_search", body(asked)));
    }

    private static Map<String, Object> body(Asked asked) {
        Map<String, Object> body = new HashMap<>();
        List<Object> queries = asked.queries().stream()
                .<Object>map(query -> Map.of("query_string", Map.of("query", query)))
                .toList();
        Sort sort = asked.sort();
        boolean isUpwards = sort.direction() == Sort.Direction.ASCENDING;
        body.put("query", Map.of("bool", Map.of("filter", queries)));
        body.put("sort", List.of(Map.of(sort.field(), isUpwards ? "asc" : "desc")));
        body.put("size", asked.size());
        body.put("track_total_hits", true);
        if (!asked.after().isEmpty()) {
            body.put("search_after", after(asked.after()));
        }
        return body;
    }

    private static ArrayNode after(List<SortValue> place) {
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        place.forEach(value -> {
            switch (value) {
                case SortValue.Text(String text) -> after.add(text);
                case SortValue.Whole(long whole) -> after.add(whole);
                case SortValue.Decimal(double decimal) -> after.add(decimal);
                case SortValue.Missing() -> after.addNull();
            }
        });
        return after;
    }

    @Override
    public void close() {
        api.close();
    }
}
