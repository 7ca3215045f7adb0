// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.state.State;
import dev.birdsong.state.sql.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restore over another server's data that ends, as by a power cut, after each of its last steps.
class CutRestoreTest {

    @TempDir
    Path folder;

    @Test
    void leavesTheOldTheNewOrWhatNobodyStartsFromWhereverItIsCut() throws IOException, InterruptedException {
        Settings original = settings("original");
        fill(original, "new");
        Path from = folder.resolve("backup");
        new Backup(original, Instant::now, "test").run(from, new Backup.Choice(true, true));
        int steps = Integer.MAX_VALUE;
        for (int cut = 0; cut <= steps; cut++) {
            Settings settings = settings("cut" + cut);
            fill(settings, "old");

            steps = restoreUntil(cut, from, settings);

            if (!new RestoreMark(settings.dataDir()).isSet()) {
                assertThat(held(settings)).isEqualTo(cut == steps ? List.of("new", "new") : List.of("old", "old"));
            }
            new Restore(settings).run(from, true);
            assertThat(held(settings)).containsExactly("new", "new");
            assertThat(new RestoreMark(settings.dataDir()).isSet()).isFalse();
        }
        assertThat(steps).isGreaterThan(8);
    }

    @Test
    void needsNoForceToBeRunAgain() throws IOException, InterruptedException {
        Settings original = settings("original");
        fill(original, "new");
        Path from = folder.resolve("backup.zip");
        new Backup(original, Instant::now, "test").run(from, new Backup.Choice(true, true));
        Settings settings = settings("cut");
        fill(settings, "old");
        restoreUntil(3, from, settings);

        new Restore(settings).run(from, false);

        assertThat(held(settings)).containsExactly("new", "new");
    }

    /// What is put and then passed by a position while a backup is made may be in its lake alone, never the other way
    /// round.
    @Test
    void hasInItsLakeAllThatItsStateHasPassed() throws IOException, InterruptedException {
        Settings original = settings("original");
        fill(original, "before");
        Path from = folder.resolve("backup");
        new Backup(original, Instant::now, "test")
                .run(from, new Backup.Choice(true, true), () -> putAndPass(original, "between"));

        new Restore(settings("restored")).run(from, false);

        assertThat(held(settings("restored"))).containsExactlyInAnyOrder("before", "before", "between");
    }

    private static void putAndPass(Settings settings, String what) {
        try {
            fill(settings, what);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int restoreUntil(int cut, Path from, Settings settings) throws IOException {
        Places places = Places.of(settings);
        try (KeptBackup backup = KeptBackup.open(from)) {
            places.clear();
            new Staging(backup, places, true).run();
        }
        List<Places.Step> steps = places.steps();
        for (Places.Step step : steps.subList(0, Math.min(cut, steps.size()))) {
            step.run();
        }
        return steps.size();
    }

    private Settings settings(String name) {
        return SettingsReader.read(
                Optional.empty(),
                Map.of("BIRDSONG_DATA_DIR", folder.resolve(name).toString()));
    }

    /// A state and a lake that say this.
    private static void fill(Settings settings, String what) throws InterruptedException {
        try (State state = state(settings);
                DataLake lake = LuceneLake.open(lake(settings), InterflowFields.SCHEMA, Clock.systemUTC())) {
            state.systemValues().keep("what", what);
            lake.put(List.of(record(what).build())).await();
        }
    }

    private static List<String> held(Settings settings) {
        List<String> held = new ArrayList<>();
        try (State state = state(settings);
                DataLake lake = LuceneLake.open(lake(settings), InterflowFields.SCHEMA, Clock.systemUTC())) {
            held.add(state.systemValues().value("what").orElse("nothing"));
            lake.export(
                    new TenantScope.All(),
                    new Selection(EnumSet.allOf(Index.class), new Query.Everything()),
                    (Hit hit) -> held.add(hit.id()));
        }
        return held;
    }

    private static State state(Settings settings) {
        return State.open(
                new DatabaseUrl(settings.state().databaseUrl()),
                settings.state().keyFile(),
                new Random(),
                Instant::now);
    }

    private static Path lake(Settings settings) {
        return settings.dataDir().resolve("lake");
    }
}
