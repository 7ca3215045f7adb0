// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every lake knows of the latest of groups, such as an incident in its latest state.
public abstract class LatestContract extends LakeFixture {

    private static final Query LATEST =
            new Query.Latest(List.of("hostname"), List.of("srcport", "timestamp"), new Query.Everything());

    private static LakeRecord state(String id, String thing, int version, String status) {
        return record(id)
                .with("hostname", thing)
                .with("srcport", version)
                .with("username", status)
                .build();
    }

    @Test
    final void showsOneRecordForEachGroupTheNewest() throws InterruptedException {
        put(state("1", "a", 1, "open"), state("2", "b", 9, "open"));
        put(state("3", "a", 3, "closed"), state("4", "a", 2, "open"));

        SearchResult result = search(LATEST, Paging.newest(10));

        assertThat(result.hits()).extracting(Hit::id).containsExactly("2", "3");
        assertThat(result.total()).isEqualTo(2);
    }

    @Test
    final void asksWhatStandsBesideItOfTheNewestOnly() throws InterruptedException {
        put(state("1", "a", 1, "open"), state("2", "a", 2, "closed"), state("3", "b", 1, "open"));
        var isOpen = new Query.Text("username", "open");

        assertThat(ids(new Query.And(List.of(LATEST, isOpen)))).containsExactly("3");
        assertThat(ids(new Query.Latest(List.of("hostname"), List.of("srcport"), isOpen)))
                .containsExactly("1", "3");
    }

    @Test
    final void countsEachGroupOnce() throws InterruptedException {
        put(state("1", "a", 1, "open"), state("2", "a", 2, "open"), state("3", "b", 1, "open"));
        var request = new SearchRequest(
                new Selection(BOTH, LATEST),
                Paging.newest(0),
                Map.of("states", new Aggregation.TopValues("username", 5)));

        assertThat(lake().search(ALL, request).aggregations())
                .containsEntry(
                        "states", new AggregationResult.Buckets(List.of(new Bucket(new SortValue.Text("open"), 2)), 0));
    }

    @Test
    final void exportsEachGroupOnce() throws InterruptedException {
        put(state("1", "a", 1, "open"), state("2", "a", 2, "open"), state("3", "b", 1, "open"));
        List<String> found = new ArrayList<>();

        lake().export(ALL, new Selection(BOTH, LATEST), hit -> found.add(hit.id()));

        assertThat(found).containsExactly("2", "3");
    }

    /// A record that may not be seen is in no group.
    @Test
    final void letsNoOtherTenantsRecordHideOne() throws InterruptedException {
        put(
                record("1")
                        .tenant("one")
                        .with("hostname", "a")
                        .with("srcport", 1)
                        .build(),
                record("2")
                        .tenant("two")
                        .with("hostname", "a")
                        .with("srcport", 2)
                        .build());
        var request = new SearchRequest(new Selection(BOTH, LATEST), Paging.newest(10));

        assertThat(lake().search(new TenantScope.Only(Set.of("one")), request).hits())
                .extracting(Hit::id)
                .containsExactly("1");
    }

    @Test
    final void leavesOutWhatIsInNoGroup() throws InterruptedException {
        put(record("1").with("srcport", 1).build(), state("2", "a", 1, "open"));

        assertThat(ids(LATEST)).containsExactly("2");
    }

    @Test
    final void seesWhatWasReplacedSinceItWasLastAsked() throws InterruptedException {
        put(state("1", "a", 1, "open"), state("2", "a", 2, "open"), state("3", "b", 1, "open"));
        assertThat(ids(LATEST)).containsExactly("2", "3");

        put(state("1", "a", 3, "closed"));
        assertThat(ids(LATEST)).containsExactly("1", "3");

        put(state("1", "c", 3, "closed"));
        assertThat(ids(LATEST)).containsExactly("1", "2", "3");
    }

    @Test
    final void takesTheLowestIdOfEqualOnes() throws InterruptedException {
        put(state("2", "a", 1, "open"));
        put(state("3", "a", 1, "open"), state("1", "a", 1, "open"));

        assertThat(ids(LATEST)).containsExactly("1");
    }

    @Test
    final void goesByTheLowestOfSeveralValuesAndTheHighestForTheNewest() throws InterruptedException {
        put(
                record("1")
                        .with("hostname", List.of("b", "a"))
                        .with("srcport", List.of(1, 9))
                        .build(),
                record("2").with("hostname", "a").with("srcport", 5).build(),
                record("3").with("hostname", "b").build());

        assertThat(ids(LATEST)).containsExactly("1", "3");
    }

    @Test
    final void goesByNumbersAndAddressesToo() throws InterruptedException {
        put(
                record("1")
                        .with("srcip", "10.0.0.1")
                        .with("dstport", 22)
                        .with("srcport", 1)
                        .build(),
                record("2")
                        .with("srcip", "::ffff:10.0.0.1")
                        .with("dstport", 22)
                        .with("srcport", 2)
                        .build(),
                record("3")
                        .with("srcip", "10.0.0.1")
                        .with("dstport", 23)
                        .with("srcport", 1)
                        .build());

        assertThat(ids(new Query.Latest(List.of("srcip", "dstport"), List.of("srcport"), new Query.Everything())))
                .containsExactly("2", "3");
    }

    @Test
    final void isAskedForOnceInASearch() {
        var request = new SearchRequest(new Selection(BOTH, new Query.And(List.of(LATEST, LATEST))), Paging.newest(10));

        assertThatThrownBy(() -> lake().search(ALL, request))
                .isInstanceOf(SearchRefusedException.class)
                .hasMessageContaining("once");
        assertThatThrownBy(() -> lake().export(ALL, request.selection(), _ -> true))
                .isInstanceOf(SearchRefusedException.class);
    }
}
