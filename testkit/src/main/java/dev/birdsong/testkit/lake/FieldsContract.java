// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SeenField;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Index;
import dev.birdsong.testkit.RandomSeeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which fields every lake names as seen.
public abstract class FieldsContract extends LakeFixture {

    @RandomSeeds(5)
    final void namesTheFieldsThatThePlainEvaluationNames(long seed) throws InterruptedException {
        var random = new Random(seed);
        var requests = new RandomRequests(random);
        try (var plain = new MemoryLake(SCHEMA, clock)) {
            fillAlike(plain, random);
            for (Set<Index> indices : List.of(BOTH, Set.of(Index.ASSETS), Set.<Index>of())) {
                TenantScope scope = requests.scope();
                assertThat(lake().fields(scope, indices))
                        .as("%s of %s", indices, scope)
                        .isEqualTo(plain.fields(scope, indices));
            }
        }
    }

    @Test
    final void namesNoFieldOfAnotherTenant() throws InterruptedException {
        put(
                record("1")
                        .tenant("mine")
                        .with("shared", 1)
                        .with("own", Map.of("a", 1))
                        .build(),
                record("2")
                        .tenant("theirs")
                        .with("shared", 1)
                        .with("secret", Map.of("b", 1))
                        .build());

        SeenFields seen = lake().fields(new TenantScope.Only(Set.of("mine")), BOTH);

        assertThat(seen.fields()).extracting(SeenField::path).contains("shared", "own.a", "timestamp", "_id");
        assertThat(seen.fields()).extracting(SeenField::path).noneMatch(path -> path.startsWith("secret"));
    }

    @Test
    final void forgetsTheFieldsOfAStateThatWasReplaced() throws InterruptedException {
        put(record("1").version(1).with("before", 1).build());
        put(record("1").version(2).with("after", 1).build());

        assertThat(lake().fields(ALL, BOTH).fields())
                .extracting(SeenField::path)
                .contains("after")
                .doesNotContain("before");
    }

    @Test
    final void namesTheListedFieldsHoweverManyOthersThereAre() throws InterruptedException {
        Map<String, Integer> made = new HashMap<>();
        for (int i = 0; i <= SearchLimits.PATHS; i++) {
            made.put("name-" + i, i);
        }
        put(
                record("1").at("2026-11-22T00:00:00Z").with("made", made).build(),
                record("2").at("2026-11-20T00:00:00Z").with("hostname", "a").build());

        SeenFields seen = lake().fields(ALL, BOTH);

        assertThat(seen.complete()).isFalse();
        assertThat(seen.fields()).hasSize(SearchLimits.PATHS).contains(new SeenField("hostname", FieldType.TEXT, true));
    }
}
