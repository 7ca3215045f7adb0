// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import java.util.Map;
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

    /// What an address asks for, and the usual where it asks for nothing.
    static TableState of(Map<String, String> address) {
        String sort = address.getOrDefault("sort", "");
        return new TableState(
                address.getOrDefault("q", "").strip(),
                address.getOrDefault("status", ""),
                sort.isEmpty() ? "name" : sort,
                Math.clamp(number(address, "page", 0), 0, 1_000_000),
                Math.clamp(number(address, "size", USUAL), 1, LARGEST));
    }

    private static int number(Map<String, String> address, String key, int usual) {
        String text = address.getOrDefault(key, "");
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : usual;
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
