// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {

    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @ParameterizedTest
    @ValueSource(longs = {1, 60_000, 3_600_000, 86_400_000, 604_800_000L, 31_536_000_000L, 1_764_012_345_678L})
    void hasNeitherTooManyBarsNorTooFew(long length) {
        Steps steps = Steps.between(NOON - length, NOON);

        assertThat(length / Math.max(1, steps.usual().toMillis())).isBetween(length < 10 ? 0L : 10L, 75L);
        long start = steps.interval().start(NOON);
        assertThat(steps.interval().start(steps.end(start))).isEqualTo(steps.end(start));
        assertThat(steps.end(start)).isGreaterThan(NOON);
    }

    @Test
    void staysWithinItselfWhateverIsCounted() {
        var counted = new AggregationResult.Buckets(
                List.of(bucket(NOON - HOUR, 3), bucket(NOON, 1_000_000), bucket(NOON + HOUR, 1)), 0);

        TimeChart chart = TimeChart.of(
                counted,
                new TimeChart.Plan(
                        NOON - HOUR / 2,
                        NOON + HOUR,
                        Steps.between(NOON, NOON + HOUR),
                        List.of("all"),
                        Counts.whole("all")));

        assertThat(chart.total()).isEqualTo(1_000_004);
        assertThat(chart.bars()).allSatisfy(bar -> {
            assertThat(bar.x()).isBetween(0.0, 1_000.0);
            assertThat(bar.parts()).allSatisfy(part -> {
                assertThat(part.y()).isBetween(0.0, 100.0);
                assertThat(part.height()).isBetween(0.5, 100.0);
            });
        });
    }

    @Test
    void countsWhatIsNoPartForTheLast() {
        var within = new AggregationResult.Buckets(
                List.of(new Bucket(new SortValue.Text("high"), 2), new Bucket(new SortValue.Text("odd"), 1)), 0);
        var bucket = new Bucket(new SortValue.Whole(NOON), 5, Map.of("severity", within));

        assertThat(Counts.byValue("severity", List.of("high", "none")).apply(bucket))
                .containsEntry("high", 2L)
                .containsEntry("none", 3L);
    }

    @Test
    void hasEveryDayOfAYear() {
        long day = Instant.parse("2026-02-03T00:00:00Z").toEpochMilli();

        Calendar calendar = Calendar.of(2026, Map.of(day, 7L, day + 24 * HOUR, 1L));

        assertThat(calendar.days()).hasSize(365);
        assertThat(calendar.active()).extracting(Calendar.Day::level).containsExactly(4L, 1L);
        assertThat(calendar.active().getFirst().name()).isEqualTo("2026-02-03");
        assertThat(Calendar.of(2024, Map.of()).days()).hasSize(366);
    }

    private static Bucket bucket(long time, long count) {
        return new Bucket(new SortValue.Whole(time), count);
    }
}
