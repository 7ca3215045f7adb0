// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.state.State;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.testkit.RandomSeeds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens at a console and whatever fails here, the ledger counts what there is, and nothing that exists is
/// called deleted.
class RandomHistoryTest {

    private static final ScheduledExecutorService RENEWALS = Executors.newScheduledThreadPool(1);

    @TempDir
    private static Path folder;

    private static State state;

    @BeforeAll
    static void open() {
        state = State.open(
                new DatabaseUrl("jdbc:sqlite:" + folder.resolve("state.db")),
                folder.resolve("secret.key"),
                new Random(),
                () -> Instant.EPOCH);
    }

    @AfterAll
    static void close() {
        state.close();
        RENEWALS.shutdownNow();
    }

    @RandomSeeds(40)
    void countsWhatThereIsAndMarksNothingThatExists(long seed) throws InterruptedException {
        new RandomHistory(state, RENEWALS, seed).run();
    }
}
