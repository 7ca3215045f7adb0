// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.query.QueryParser;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Listed;
import dev.birdsong.spi.query.Query;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Those who touched decoys: who did most, and all of one.
@RestController
@RequestMapping("/connect/api/v1/attackers")
public final class AttackersEndpoint {

    private static final int MOST = 1_000;
    private static final int LAST_YEAR = 9_999;

    private final Attackers attackers;
    private final QueryParser parser;

    public AttackersEndpoint(Attackers attackers, QueryParser parser) {
        this.attackers = attackers;
        this.parser = parser;
    }

    /// Those who did most, by what they are known.
    ///
    /// @param by `srcip`, `srcip_host`, `username`, `password`, `key` or `agent`
    /// @param q which of their events count, in query syntax
    @GetMapping
    public Listed<AttackerAnswer> list(
            Caller caller,
            @RequestParam(defaultValue = "srcip") String by,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "100") int size) {
        return list(caller, by, parser.parse(q), size);
    }

    /// The same of events that this tree finds.
    public Listed<AttackerAnswer> list(Caller caller, String by, Query within, int size) {
        if (size < 1 || size > MOST) {
            throw ApiException.bad("size", "'size' takes 1 to " + MOST);
        }
        return Listed.all(attackers.busiest(caller, pivot(by), within, size));
    }

    /// All of one.
    ///
    /// @param year of which the days are told; absent: the last in which they were seen
    @GetMapping("/profile")
    public AttackerProfile profile(
            Caller caller,
            @RequestParam(defaultValue = "srcip") String by,
            @RequestParam(defaultValue = "") String value,
            @RequestParam Optional<Integer> year) {
        if (year.filter(one -> one < 1 || one > LAST_YEAR).isPresent()) {
            throw ApiException.bad("year", "'year' takes a year such as 2026");
        }
        return attackers.profile(caller, pivot(by), value, year);
    }

    private static Pivot pivot(String by) {
        return Pivot.of(by)
                .orElseThrow(() -> ApiException.bad(
                        "by",
                        "'by' takes one of "
                                + Arrays.stream(Pivot.values()).map(Pivot::key).collect(Collectors.joining(", "))));
    }
}
