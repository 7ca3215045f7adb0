// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// What a table of connectors shows, as its address says.
///
/// @param q part of a name, a host or a tenant's name
/// @param status one, as the API names it; empty for all
/// @param sort a column, behind a minus from Z to A
/// @param page from 0
public record TableState(String q, String status, String sort, int page, int size) {

    private static final int USUAL = 50;
    private static final int LARGEST = 1_000;

    /// What was asked for, and the usual where nothing was.
    static TableState of(
            Optional<String> q,
            Optional<String> status,
            Optional<String> sort,
            Optional<Integer> page,
            Optional<Integer> size) {
        return new TableState(
                q.orElse("").strip(),
                status.orElse(""),
                sort.filter(text -> !text.isEmpty()).orElse("name"),
                Math.clamp(page.orElse(0), 0, 1_000_000),
                Math.clamp(size.orElse(USUAL), 1, LARGEST));
    }

    /// The address of the same table, sorted by this column, or from its other end.
    public String sortedBy(String column) {
        return new TableState(q, status, sort.equals(column) ? "-" + column : column, 0, size).address();
    }

    /// Which way a column is sorted, as `aria-sort` names it.
    public String direction(String column) {
        if (sort.equals(column)) {
            return "ascending";
        }
        return sort.equals("-" + column) ? "descending" : "none";
    }

    /// The address of another page of it.
    public String onPage(int other) {
        return new TableState(q, status, sort, other, size).address();
    }

    /// The last page where there are so many.
    public int lastPage(long total) {
        return (int) Math.max(0, (total - 1) / size);
    }

    /// Its address.
    public String address() {
        return "/connectors" + query();
    }

    /// What is behind the path in its address.
    public String query() {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", "{q}")
                .queryParam("status", "{status}")
                .queryParam("sort", "{sort}")
                .queryParam("page", page)
                .queryParam("size", size)
                .encode()
                .buildAndExpand(q, status, sort)
                .toUriString();
    }
}
