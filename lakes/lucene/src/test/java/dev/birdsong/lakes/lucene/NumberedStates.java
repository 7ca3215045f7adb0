// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static dev.birdsong.testkit.lake.RecordBuilder.record;

import dev.birdsong.lakes.lucene.store.DirectorySource;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.lake.RecordBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Records whose states are numbered, and which of them a lake holds.
final class NumberedStates {

    private static final Pattern NUMBER = Pattern.compile("\"number\":([0-9]+)");
    private static final long MONTH_MILLIS = Duration.ofDays(31).toMillis();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private NumberedStates() {}

    /// A state of one of a few records in three months.
    static LakeRecord state(int id, int number) {
        return record("id-" + id)
                .at(RecordBuilder.TIME - id % 3 * MONTH_MILLIS)
                .version(number)
                .with("number", number)
                .with("text", "words of " + id + " and " + number)
                .build();
    }

    /// A lake that commits as soon as someone waits, and keeps few partitions open.
    static DataLake open(Path folder, DirectorySource directories) {
        var settings = StoreSettings.standard(CLOCK)
                .withCommitEvery(Duration.ofMillis(20))
                .withOpenPartitions(2)
                .withDirectories(directories);
        return LuceneLake.open(folder, InterflowFields.SCHEMA, settings);
    }

    /// The number of each record's state.
    static Map<String, Integer> held(DataLake lake) {
        Map<String, Integer> held = new LinkedHashMap<>();
        var everything = new Selection(EnumSet.allOf(Index.class), new Query.Everything());
        lake.export(new TenantScope.All(), everything, hit -> {
            Matcher number = NUMBER.matcher(hit.document().json());
            if (!number.find() || held.put(hit.id(), Integer.valueOf(number.group(1))) != null) {
                throw new AssertionError("held twice, or without its document: " + hit.id());
            }
            return true;
        });
        return held;
    }

    /// What is acknowledged but not held, or only in an earlier state.
    static Map<String, Integer> lost(Map<String, Integer> acknowledged, Map<String, Integer> held) {
        Map<String, Integer> lost = new LinkedHashMap<>(acknowledged);
        lost.entrySet().removeIf(state -> held.getOrDefault(state.getKey(), -1) >= state.getValue());
        return lost;
    }
}
