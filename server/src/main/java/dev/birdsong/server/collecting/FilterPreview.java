// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at what is in the lake as if a log filter had been there: what it would have left out.
public final class FilterPreview {

    static final long USUAL_DAYS = 7;
    static final int MOST_DAYS = 31;
    private static final int MOST_EXAMPLES = 10;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    private final DataLake lake;
    private final Clock clock;

    /// What would have been left out.
    ///
    /// @param examined how many records were looked at, the newest first
    /// @param leftOut how many of them the filter matches
    /// @param complete whether all records of the time were looked at; else there were too many
    /// @param examples ids of some of those left out
    public record Answer(long examined, long leftOut, boolean complete, List<String> examples) {

        public Answer {
            examples = List.copyOf(examples);
        }
    }

    public FilterPreview(DataLake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    Answer of(Caller caller, Optional<String> tenant, LogFilter filter, int days) {
        TenantScope scope =
                tenant.<TenantScope>map(id -> new TenantScope.Only(Set.of(id))).orElse(caller.scope());
        Instant now = clock.instant();
        String from = Long.toString(now.minus(Duration.ofDays(days)).toEpochMilli());
        var recent = new Query.Range("timestamp", new Bound.At(from, true), new Bound.Open());
        Look look = new Look(new FilterSet(List.of(filter)), now.plus(MOST_TIME));
        lake.export(scope, new Selection(EnumSet.allOf(Index.class), recent), look::at);
        return new Answer(look.examined, look.leftOut, look.complete, look.examples);
    }

    private final class Look {

        private final FilterSet filter;
        private final Instant until;
        private final List<String> examples = new ArrayList<>();
        private long examined;
        private long leftOut;
        private boolean complete = true;

        private Look(FilterSet filter, Instant until) {
            this.filter = filter;
            this.until = until;
        }

        private boolean at(Hit hit) {
            examined++;
            if (filter.matching(hit.document()).isPresent()) {
                leftOut++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(hit.id());
                }
            }
            complete = clock.instant().isBefore(until);
            return complete;
        }
    }
}
