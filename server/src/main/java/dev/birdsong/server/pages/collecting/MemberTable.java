// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// Which connectors the page of a profile shows, as its address says.
///
/// @param q part of a name, a host or a tenant's name
/// @param chosen whether only those that the profile has
/// @param page from 0
public record MemberTable(String q, boolean chosen, int page) {

    /// How many a page has.
    static final int SIZE = 50;

    static MemberTable of(Optional<String> q, Optional<Boolean> chosen, Optional<Integer> page) {
        return new MemberTable(q.orElse("").strip(), chosen.orElse(false), Math.clamp(page.orElse(0), 0, 1_000_000));
    }

    /// What is behind the path in the address of another page of it.
    public String onPage(int other) {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", "{q}")
                .queryParam("chosen", chosen)
                .queryParam("page", other)
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    /// The number of the first of the page, from 1.
    public long first() {
        return (long) page * SIZE + 1;
    }

    /// Whether there are more behind this page where there are so many.
    public boolean more(long total) {
        return total > (long) (page + 1) * SIZE;
    }
}
