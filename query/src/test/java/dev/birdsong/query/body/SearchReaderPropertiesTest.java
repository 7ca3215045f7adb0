// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.query.answer.AnswerWriter;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.testkit.RandomSeeds;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.Json;
import dev.birdsong.testkit.lake.MemoryLake;
import dev.birdsong.testkit.lake.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;

/// Whatever is sent is either understood or refused by the named error.
class SearchReaderPropertiesTest {

    private static final int BODIES = 1_000;

    @RandomSeeds(10)
    void understandsOrRefusesAnyBody(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        int understood = 0;
        try (var lake = new MemoryLake(Bodies.SCHEMA, new SettableClock(Instant.parse("2026-11-24T12:00:00Z")))) {
            lake.put(new RandomRecords(random).batch(20, 20)).await();
            for (int i = 0; i < BODIES; i++) {
                byte[] body = bodies.next();
                understood += isUnderstood(lake, body) ? 1 : 0;
            }
        }
        assertThat(understood).isBetween(BODIES / 20, BODIES);
    }

    private static boolean isUnderstood(DataLake lake, byte[] body) throws IOException {
        try {
            answer(lake, Bodies.READER.body(body));
            return true;
        } catch (BadSearchException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(7_500);
            return false;
        }
    }

    /// What was understood can be answered, and the answer is JSON.
    private static void answer(DataLake lake, SearchBody body) throws IOException {
        SearchRequest request = body.request(EnumSet.allOf(Index.class), Deadline.NEVER);
        var out = new ByteArrayOutputStream();
        try {
            var result = lake.search(new TenantScope.All(), request);
            new AnswerWriter(Bodies.SCHEMA).write(out, result, body.aggregations(), body.source(), Duration.ZERO);
            assertThat(Json.object(Document.owning(out.toByteArray()))).containsKey("hits");
        } catch (SearchRefusedException e) {
            assertThat(e).hasMessageContaining("10,000");
        }
    }

    @RandomSeeds(10)
    void understandsOrRefusesAnyParameters(long seed) {
        var bodies = new RandomBodies(new Random(seed));
        for (int i = 0; i < BODIES; i++) {
            Map<String, String> parameters = bodies.parameters();
            try {
                assertThat(Bodies.READER.parameters(parameters)).isNotNull();
            } catch (BadSearchException e) {
                assertThat(e.field()).isNotBlank();
            }
        }
    }
}
