// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyIncidentsTest {

    private static final int INCIDENTS = 100_000;

    @TempDir
    Path folder;

    @Test
    void bringsAHundredThousandIncidentsOnceHoweverOftenItRuns() throws IOException, InterruptedException {
        try (var fixture = new ConsoleFixture(folder, ConsoleFixture.settings(INCIDENTS))) {
            Ran first = fixture.collect();
            Ran again = fixture.collect();

            Facts truth = fixture.truth();
            Facts held = fixture.held();
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(again.out().lines()).allMatch(line -> line.contains(" 0 created, 0 updated, "));
            assertThat(truth.size()).isGreaterThan(3L * INCIDENTS);
            assertThat(held.missing(truth)).isEmpty();
            assertThat(truth.missing(held)).isEmpty();
        }
    }
}
