// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Knows from the lake which ids of a source were stored by when.
public record StoredIds(DataLake lake) {

    /// The largest id of a record from before a time; 0 where there is none.
    ///
    /// @param field in which records carry the id
    long newestBefore(Connector connector, ContentType contentType, Optional<String> field, Instant time) {
        return field.flatMap(known -> newest(connector, contentType, known, time))
                .orElse(0L);
    }

    private Optional<Long> newest(Connector connector, ContentType contentType, String field, Instant time) {
        Query query = new Query.And(List.of(
                new Query.Text("connector_id", connector.id()),
                new Query.Text("msg_class", contentType.msgClass()),
                new Query.Exists(field),
                new Query.Range(
                        "timestamp", new Bound.Open(), new Bound.At(Long.toString(time.toEpochMilli()), false))));
        var request = new SearchRequest(
                new Selection(Set.of(Index.SYSLOG), query),
                new Paging(List.of(Sort.descending(field)), 0, 1, List.of(), false));
        TenantScope scope = new TenantScope.Only(Set.of(connector.general().tenantId()));
        return lake.search(scope, request).hits().stream()
                .map(hit -> hit.sort().getFirst())
                .filter(SortValue.Whole.class::isInstance)
                .map(value -> ((SortValue.Whole) value).value())
                .findFirst();
    }
}
