// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.MemoryLake;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class FollowingTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final DataLake lake = new MemoryLake(InterflowFields.SCHEMA, clock);
    private final List<String> shown = new ArrayList<>();
    private final Queue<List<LakeRecord>> later = new ArrayDeque<>();

    /// Follows until all that comes later has come.
    private void follow(int size, String query) {
        var asked =
                new Asked(EnumSet.allOf(Index.class), List.of(query), Sort.descending("timestamp"), size, List.of());
        var searched = new FolderSearched(lake, new QueryParser(InterflowFields.SCHEMA, clock));
        var following = new Following(
                searched,
                asked,
                hits -> hits.forEach(hit ->
                        shown.add(hit.id() + '/' + revision(hit.document().json()))),
                _ -> putNext());
        assertThatThrownBy(() -> following.run(() -> true)).isInstanceOf(InterruptedException.class);
    }

    private void putNext() throws InterruptedException {
        List<LakeRecord> next = later.poll();
        if (next == null) {
            throw new InterruptedException();
        }
        lake.put(next);
    }

    private static String revision(String json) {
        return json.replaceAll(".*\"revision\":(\\d+).*", "$1");
    }

    private static LakeRecord at(String id, long second) {
        return record(id)
                .at(Instant.parse("2026-11-20T12:00:00Z").toEpochMilli() + second * 1_000)
                .build();
    }

    @Test
    void showsTheNewestLastAndThenWhatIsStored() throws InterruptedException {
        lake.put(List.of(at("old", 1), at("new", 3), at("middle", 2)));
        later.add(List.of());
        later.add(List.of(at("long-ago", 0), at("newer", 4)));
        later.add(List.of(at("newest", 5)));

        follow(2, "");

        assertThat(shown).containsExactly("middle/0", "new/0", "long-ago/0", "newer/0", "newest/0");
    }

    @Test
    void showsNothingTwice() throws InterruptedException {
        lake.put(List.of(at("1", 1), at("2", 2)));
        IntStream.range(0, 3).forEach(_ -> later.add(List.of(at("1", 1), at("2", 2))));

        follow(10, "");

        assertThat(shown).containsExactly("1/0", "2/0");
    }

    @Test
    void showsTheNewStateOfARecord() throws InterruptedException {
        lake.put(List.of(at("1", 1)));
        later.add(List.of(record("1").with("hostname", "renamed").build()));

        follow(10, "");

        assertThat(shown).containsExactly("1/0", "1/1");
    }

    @Test
    void showsOnlyWhatMatches() throws InterruptedException {
        later.add(List.of(
                record("1").with("username", "root").build(), record("2").build()));

        follow(10, "username:root");

        assertThat(shown).containsExactly("1/0");
    }

    @Test
    void skipsNothingOfWhatIsStoredAtOnce() throws InterruptedException {
        later.add(IntStream.range(0, 2_500).mapToObj(i -> at("id-" + i, i)).toList());
        later.add(List.of(at("last", 1)));

        follow(10, "");

        assertThat(shown).hasSize(2_501).doesNotHaveDuplicates().endsWith("last/0");
    }
}
