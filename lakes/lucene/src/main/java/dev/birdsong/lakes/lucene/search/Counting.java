// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.Query;

/// Counts all that a search asks for by name.
final class Counting {

    private final Map<String, Aggregation> asked;
    private final Schema schema;
    private final Budget budget = Budget.ofSearch();
    private final Map<String, AggregationResult> results = new HashMap<>();

    Counting(Map<String, Aggregation> asked, Schema schema) {
        this.asked = asked;
        this.schema = schema;
    }

    /// Counts in one pass, or in two where there is something to count within buckets.
    ///
    /// @return how many hits there are
    long run(TimedSearcher searcher, Query query) throws IOException {
        Map<String, Tally> tallies = new HashMap<>();
        asked.forEach((name, aggregation) -> tallies.put(name, Tally.of(aggregation, schema, 1, budget)));
        long total = pass(searcher, query, tallies);
        Map<String, Tally> within = new HashMap<>();
        asked.forEach((name, aggregation) -> {
            if (results.get(name) instanceof AggregationResult.Buckets found
                    && !aggregation.within().isEmpty()) {
                within.put(name, new Within(aggregation, found, schema, budget));
            }
        });
        if (!within.isEmpty()) {
            pass(searcher, query, within);
        }
        return total;
    }

    private long pass(TimedSearcher searcher, Query query, Map<String, Tally> tallies) throws IOException {
        var pass = new Tallies(tallies.values());
        searcher.search(query, pass);
        tallies.forEach((name, tally) -> results.put(name, tally.result(0)));
        SearchLimits.check(results.values());
        return pass.total();
    }

    Map<String, AggregationResult> results() {
        return results;
    }
}
