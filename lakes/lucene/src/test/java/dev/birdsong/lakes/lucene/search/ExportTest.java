// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.lakes.lucene.store.RecordStore;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.lake.RecordBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    @TempDir
    private Path folder;

    private List<String> exported(RecordStore store, int mostTies) throws IOException {
        var all = new Selection(EnumSet.allOf(Index.class), new Query.Everything());
        var translation = new QueryTranslation(InterflowFields.SCHEMA);
        List<String> ids = new ArrayList<>();
        try (var export = new Export(store.hold(), new TenantScope.All(), all, translation, mostTies)) {
            for (List<Hit> batch = export.next(); !batch.isEmpty(); batch = export.next()) {
                batch.forEach(hit -> ids.add(hit.id()));
            }
        }
        return ids;
    }

    private RecordStore open() {
        return RecordStore.open(folder, InterflowFields.SCHEMA, StoreSettings.standard(Clock.systemUTC()));
    }

    private static List<LakeRecord> records(int first, int step, long time) {
        return IntStream.iterate(first, i -> i < 40, i -> i + step)
                .mapToObj(i -> RecordBuilder.record("id-" + (100 + i)).at(time).build())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 39, 40, 1_000})
    void goesByIdThroughMoreRecordsOfOneTimeThanItKeeps(int mostTies) throws IOException, InterruptedException {
        try (RecordStore store = open()) {
            for (int part = 0; part < 5; part++) {
                store.put(records(4 - part, 5, RecordBuilder.TIME)).await();
            }
            store.put(List.of(
                            RecordBuilder.record("a").at(RecordBuilder.TIME - 1).build(),
                            RecordBuilder.record("z").at(RecordBuilder.TIME + 1).build()))
                    .await();

            List<String> ids = exported(store, mostTies);

            assertThat(ids).hasSize(42).startsWith("z", "id-100", "id-101").endsWith("id-139", "a");
            assertThat(ids.subList(1, 41)).isSorted();
        }
    }

    @Test
    void findsNothingInAnEmptyLake() throws IOException {
        try (RecordStore store = open()) {
            assertThat(exported(store, 10)).isEmpty();
        }
    }
}
