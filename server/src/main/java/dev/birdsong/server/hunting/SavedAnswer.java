// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.state.hunting.SavedQuery;
import dev.birdsong.state.hunting.SavedQuery.Search;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import java.util.List;

/// A saved query as it is answered.
///
/// @param custId the tenant whose people see it; `own` where its owner alone does
/// @param range such as `24h`, or `custom`
/// @param from where the range is custom, as it is typed in a query; empty: from the first record
/// @param columns paths of fields; none: the usual
public record SavedAnswer(
        @JsonProperty("_id") String id,
        String name,
        String custId,
        String query,
        String index,
        String range,
        String from,
        String to,
        List<String> columns,
        String sort,
        String madeBy,
        long createdAt,
        long modifiedAt) {

    static final String OWN = "own";

    public SavedAnswer {
        columns = List.copyOf(columns);
    }

    static SavedAnswer of(SavedQuery query) {
        Search search = query.search();
        return new SavedAnswer(
                query.id(),
                query.name(),
                query.visible() instanceof Visible.OfTenant(String tenant) ? tenant : OWN,
                search.query(),
                search.index(),
                search.range().key(),
                search.range().from(),
                search.range().to(),
                search.columns(),
                search.sort(),
                query.madeBy(),
                query.times().created().toEpochMilli(),
                query.times().modified().toEpochMilli());
    }

    /// Whether its owner alone sees it.
    public boolean own() {
        return custId.equals(OWN);
    }
}
