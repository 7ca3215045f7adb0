// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.query.export.UsualFields;
import dev.birdsong.query.export.DocumentFields;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/// Collects again and again, and shows what is new.
final class DemoRounds {

    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int MOST_SHOWN = 12;

    private final Collection collection;
    private final PrintWriter out;
    private final int rounds;
    private long seenUpTo;

    DemoRounds(Collection collection, PrintWriter out, int rounds) {
        this.collection = collection;
        this.out = out;
        this.rounds = rounds;
    }

    void run() throws InterruptedException {
        for (int round = 1; rounds == 0 || round <= rounds; round++) {
            for (ContentType contentType : collection.type().contentTypes()) {
                if (round == 1 || contentType.schedule() == ContentType.Schedule.INTERVAL) {
                    collect(contentType, round);
                }
            }
            show();
            Thread.sleep(BETWEEN);
        }
    }

    private void collect(ContentType contentType, int round) throws InterruptedException {
        RoundOutcome outcome = collection.collect(contentType, RoundListener.NONE);
        switch (outcome) {
            case RoundOutcome.Complete(var counts) -> {
                if (round == 1) {
                    out.printf(
                            "%s: %,d records%n",
                            contentType.label(), counts.put().total());
                }
            }
            case RoundOutcome.Stopped _ -> {}
            case RoundOutcome.Failed(var _, var failure) ->
                out.println(contentType.label() + ": " + failure.getMessage());
        }
    }

    private void show() {
        SearchResult found = search(unseen(), Paging.NEWEST_FIRST, MOST_SHOWN);
        seenUpTo = Math.max(seenUpTo, newestWriteTime());
        if (!found.hits().isEmpty()) {
            out.println();
            new HitTable(UsualFields.NAMES).print(found.hits(), out);
            out.printf("%,d new%n", found.total());
            out.flush();
        }
    }

    private long newestWriteTime() {
        return search(new Query.Everything(), List.of(Sort.descending("write_time")), 1).hits().stream()
                .mapToLong(
                        hit -> Long.parseLong(DocumentFields.of(hit.document()).getOrDefault("write_time", "0")))
                .findFirst()
                .orElse(0);
    }

    private SearchResult search(Query query, List<Sort> sort, int size) {
        var selection = new Selection(EnumSet.allOf(Index.class), query);
        var request = new SearchRequest(selection, new Paging(sort, 0, size, List.of(), true));
        return collection.lake().search(Wiring.EVERY_TENANT, request);
    }

    private Query unseen() {
        return new Query.And(List.of(
                new Query.Range("write_time", new Bound.At(Long.toString(seenUpTo), false), new Bound.Open()),
                new Query.Not(new Query.Text("msg_class", "canary_devices"))));
    }
}
