// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// In what order every lake gives records out, whatever is written and tidied up meanwhile: by time, and those of one
/// time by `_id`.
public abstract class StableOrderContract extends LakeFixture {

    private static final Selection EVENTS = new Selection(Set.of(Index.SYSLOG), new Query.Everything());

    /// Several commits, so that records of one time lie in several places.
    private void putInRandomOrder(Random random, List<LakeRecord> records) throws InterruptedException {
        List<LakeRecord> left = new ArrayList<>(records);
        while (!left.isEmpty()) {
            int count = Math.min(left.size(), 1 + random.nextInt(40));
            List<LakeRecord> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(left.remove(random.nextInt(left.size())));
            }
            put(batch.toArray(LakeRecord[]::new));
        }
    }

    private static List<LakeRecord> records(int first, int count, int version) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> record("id-" + (1_000 + i))
                        .at(RecordBuilder.TIME - i % 3)
                        .version(version)
                        .with("srcport", version)
                        .build())
                .toList();
    }

    private List<String> exported() {
        List<String> ids = new ArrayList<>();
        lake().export(ALL, EVENTS, hit -> ids.add(hit.id()));
        return ids;
    }

    @RandomSeeds(3)
    final void exportsThoseOfOneTimeByIdHoweverOftenTheyWereWritten(long seed) throws InterruptedException {
        var random = new Random(seed);
        putInRandomOrder(random, records(0, 100, 1));
        List<String> before = exported();

        putInRandomOrder(random, records(0, 100, 2));

        assertThat(before)
                .hasSize(100)
                .isEqualTo(find(new Query.Everything()).stream().map(Hit::id).toList());
        assertThat(exported()).isEqualTo(before);
    }

    @RandomSeeds(3)
    final void pagesSkipAndRepeatNothingWhileRecordsAreWritten(long seed) throws InterruptedException {
        var random = new Random(seed);
        putInRandomOrder(random, records(0, 100, 1));
        List<String> there = exported();

        List<String> paged = new ArrayList<>();
        List<SortValue> after = List.of();
        List<Hit> page;
        do {
            var paging = new Paging(Paging.NEWEST_FIRST, 0, 17, after, false);
            page = lake().search(ALL, new SearchRequest(EVENTS, paging)).hits();
            page.forEach(hit -> paged.add(hit.id()));
            after = page.isEmpty() ? after : page.getLast().sort();
            writeMore(random, paged.size());
        } while (!page.isEmpty());

        assertThat(new LinkedHashSet<>(paged)).hasSize(paged.size());
        assertThat(paged.stream().filter(there::contains).toList()).isEqualTo(there);
    }

    /// New records before and behind, and new states of those that are there.
    private void writeMore(Random random, int round) throws InterruptedException {
        if (round < 200) {
            put(records(random.nextInt(100), 10, 2 + round).toArray(LakeRecord[]::new));
            put(records(200 + round, 2, 1).toArray(LakeRecord[]::new));
        }
    }

    @Test
    final void exportsWhatWasThereWhenItBegan() throws InterruptedException {
        putInRandomOrder(new Random(1), records(0, 50, 1));
        List<String> there = exported();
        List<String> ids = new ArrayList<>();
        var writer = new Writer();

        lake().export(ALL, EVENTS, hit -> writer.write() && ids.add(hit.id()));

        assertThat(ids).isEqualTo(there);
        assertThat(exported()).hasSize(60);
    }

    private final class Writer {

        private boolean hasWritten;

        boolean write() {
            try {
                if (!hasWritten) {
                    put(records(100, 10, 1).toArray(LakeRecord[]::new));
                }
                hasWritten = true;
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
