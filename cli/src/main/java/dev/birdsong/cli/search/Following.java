// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.engine.Sleeper;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Shows what is there, then what is stored from then on, in the order in which it is stored. A record that is stored
/// again, in a new state, is shown again. Used by one thread.
public final class Following {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final String TIME = "write_time";
    private static final int PAGE = 1_000;

    private final Searched searched;
    private final Asked asked;
    private final Shown shown;
    private final Sleeper sleeper;
    /// Up to here all was met, by `write_time`.
    private long last;
    /// What was met of that time.
    private final Set<Key> met = new HashSet<>();

    private record Key(String index, String id) {}

    /// @param asked what is shown first: the newest, so many
    public Following(Searched searched, Asked asked, Shown shown, Sleeper sleeper) {
        this.searched = searched;
        this.asked = asked;
        this.shown = shown;
        this.sleeper = sleeper;
    }

    /// Goes on until it is interrupted, or nobody reads any more.
    public void run(BooleanSupplier isRead) throws InterruptedException {
        begin();
        while (isRead.getAsBoolean()) {
            sleeper.sleep(BETWEEN);
            next();
        }
    }

    /// What was stored by now is met, whether it is among the first or not; what is stored while the first are looked
    /// for is shown later, also when it is among them.
    private void begin() throws InterruptedException {
        List<Hit> newest = searched.search(asked.by(Sort.descending(TIME), 1)).hits();
        last = newest.isEmpty() ? 0 : time(newest.getFirst());
        List<Hit> page = stored(List.of());
        while (!page.isEmpty()) {
            page.stream().filter(hit -> time(hit) == last).map(Following::key).forEach(met::add);
            page = time(page.getLast()) > last
                    ? List.of()
                    : stored(page.getLast().sort());
        }
        shown.show(searched.search(asked.and(TIME + ":<=" + last)).hits().reversed());
    }

    private void next() throws InterruptedException {
        List<Hit> page = stored(List.of());
        while (!page.isEmpty()) {
            List<Hit> fresh = page.stream()
                    .filter(hit -> !met.contains(key(hit)) || time(hit) > last)
                    .toList();
            shown.show(fresh);
            meet(page);
            page = page.size() < PAGE ? List.of() : stored(page.getLast().sort());
        }
    }

    private void meet(List<Hit> page) {
        long newest = time(page.getLast());
        if (newest > last) {
            met.clear();
            last = newest;
        }
        page.stream().filter(hit -> time(hit) == last).map(Following::key).forEach(met::add);
    }

    /// Asks from the last time on, of which more may have come.
    private List<Hit> stored(List<SortValue> after) throws InterruptedException {
        Asked since = asked.and(TIME + ":>=" + last).by(Sort.ascending(TIME), PAGE);
        return searched.search(since.goingOn(after)).hits();
    }

    private static Key key(Hit hit) {
        return new Key(hit.index(), hit.id());
    }

    /// What hits are ordered by here.
    private static long time(Hit hit) {
        return hit.sort().getFirst() instanceof SortValue.Whole(long time) ? time : 0;
    }
}
