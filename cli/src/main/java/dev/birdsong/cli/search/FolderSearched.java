// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import java.util.List;

/// A lake that is open in this process.
///
/// @param lake closed with this
public record FolderSearched(DataLake lake, QueryParser parser) implements Searched {

    @Override
    public Found search(Asked asked) {
        var query = new Query.And(asked.queries().stream().map(parser::parse).toList());
        var paging = new Paging(List.of(asked.sort()), 0, asked.size(), asked.after(), true);
        SearchResult result =
                lake.search(new TenantScope.All(), new SearchRequest(new Selection(asked.indices(), query), paging));
        return new Found(result.hits(), result.total(), result.exact());
    }

    @Override
    public void close() {
        lake.close();
    }
}
