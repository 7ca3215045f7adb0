// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.query.QueryParser;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.data.SearchSlots;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.hunting.Birds.Which;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.MemoryLake;
import dev.birdsong.testkit.lake.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RemovedBirdsTest {

    private static final Caller EVERYBODY =
            new Caller("1", "ann@example.com", new Access(Role.USER, new TenantScope.All()), "127.0.0.1");
    private static final Schema SCHEMA = InterflowFields.SCHEMA.with(new ThinkstCanary(Path.of("spool")).fields());
    private static final Instant MONDAY = Instant.parse("2026-11-16T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private final SettableClock clock = new SettableClock(TUESDAY);
    private final Map<String, Instant> completed = new HashMap<>();
    private final MemoryLake lake = new MemoryLake(SCHEMA, clock);

    @Test
    void areThoseThatTheirConsoleListedYesterdayAndNotToday() {
        listed("hq", "gone while live", true, MONDAY);
        listed("hq", "gone while dark", false, MONDAY);
        listed("hq", "live", true, TUESDAY);
        listed("hq", "dark", false, TUESDAY);
        completed.put("hq", TUESDAY.plusSeconds(1));

        assertThat(names(Which.REMOVED)).containsExactly("gone while dark", "gone while live");
        assertThat(names(Which.LIVE)).containsExactly("live");
        assertThat(names(Which.DARK)).containsExactly("dark");
        assertThat(names(Which.ALL)).hasSize(4);
    }

    @Test
    void areNoneWhileAConsoleIsNotAsked() {
        listed("hq", "of HQ", false, MONDAY);
        listed("lab", "of the lab", false, TUESDAY);
        completed.put("hq", MONDAY.plusSeconds(1));
        completed.put("lab", TUESDAY.plusSeconds(1));

        assertThat(names(Which.REMOVED)).isEmpty();
        assertThat(names(Which.DARK)).containsExactly("of HQ", "of the lab");
    }

    @Test
    void areNoneWhileTheListIsReadAnew() {
        listed("hq", "not read again yet", true, MONDAY);
        listed("hq", "read again", true, TUESDAY);
        completed.put("hq", MONDAY.plusSeconds(1));

        assertThat(names(Which.REMOVED)).isEmpty();
    }

    private List<String> names(Which which) {
        var records = new Records(new Searches(lake, new SearchSlots(Duration.ZERO), clock), JsonMapper.shared());
        var parser = new QueryParser(SCHEMA, clock);
        var birds = new Birds(records, new Incidents(records, parser), parser, () -> completed);
        List<BirdAnswer> found =
                birds.list(EVERYBODY, "", which, Optional.empty(), 100).data();
        assertThat(found)
                .allSatisfy(
                        bird -> assertThat(bird.removed()).isEqualTo(bird.name().startsWith("gone")));
        return found.stream().map(BirdAnswer::name).toList();
    }

    private void listed(String connector, String name, boolean live, Instant round) {
        lake.put(List.of(RecordBuilder.asset(name)
                .at(round.toEpochMilli())
                .with("record_type", "asset")
                .with("connector_id", connector)
                .with("device_id", name)
                .with("hostname", name)
                .with("thinkst_canary", Map.of("device", Map.of("live", live)))
                .build()));
    }
}
