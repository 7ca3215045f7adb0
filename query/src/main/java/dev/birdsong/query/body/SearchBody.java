// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.Map;
import java.util.Set;

/// What a body or the query parameters ask for.
///
/// @param source which parts of the records are wanted
public record SearchBody(Query query, Paging paging, Map<String, Aggregation> aggregations, SourceFilter source) {

    public SearchBody {
        aggregations = Map.copyOf(aggregations);
    }

    /// The search of some indices.
    public SearchRequest request(Set<Index> indices, Deadline deadline) {
        return new SearchRequest(new Selection(indices, query), paging, aggregations, deadline);
    }
}
