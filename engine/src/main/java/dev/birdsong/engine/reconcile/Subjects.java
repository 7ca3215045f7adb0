// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One stream of one tenant that is compared with its source.
///
/// @param origin whose records they are
public record Subjects(StreamKey stream, Origin origin, Census census, DataLake lake) {

    private static final int AT_ONCE = 200;

    /// What the lake holds of it.
    public Held held() {
        return new Held(origin.tenantId(), stream.sourceKey(), stream.contentType());
    }

    /// Takes things with their newest records, one by one.
    interface Each {
        void accept(long thing, Document newest) throws InterruptedException;
    }

    /// Hands over the newest record of each of these things, some of them read at once.
    void each(List<Long> things, Each each) throws InterruptedException {
        for (int from = 0; from < things.size(); from += AT_ONCE) {
            Set<Long> some = new HashSet<>(things.subList(from, Math.min(from + AT_ONCE, things.size())));
            Map<Long, Document> newest = new HashMap<>();
            lake.holdings().newest(held(), some, newest::put);
            for (Map.Entry<Long, Document> found : newest.entrySet()) {
                each.accept(found.getKey(), found.getValue());
            }
        }
    }

    /// The newest record of its tenant that a query finds.
    Optional<Document> newest(Query query) {
        return search(query, 1).hits().stream().findFirst().map(hit -> hit.document());
    }

    /// How many records of its tenant a query finds.
    long count(Query query) {
        return search(query, 0).total();
    }

    private SearchResult search(Query query, int size) {
        return lake.search(
                new TenantScope.Only(Set.of(origin.tenantId())),
                new SearchRequest(new Selection(Set.of(Index.SYSLOG), query), Paging.newest(size)));
    }
}
