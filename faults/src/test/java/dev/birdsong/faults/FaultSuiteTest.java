// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.birdsong.faults.play.Form;
import dev.birdsong.faults.play.NotHereException;
import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays every fault; in full, it writes the table of what came of it. `-Dfaults.only=power,kill` plays those whose
/// names contain one of these, and writes nothing.
class FaultSuiteTest {

    private static final Form FORM =
            Form.valueOf(System.getProperty("faults.form", "short").toUpperCase(Locale.ROOT));
    private static final List<String> ONLY =
            List.of(System.getProperty("faults.only", "").split(","));
    private static final Table TABLE = new Table();

    @TempDir
    Path folder;

    static Stream<Arguments> plays() {
        return Catalogue.all().stream()
                .filter(play -> ONLY.stream().anyMatch(play.fault()::contains))
                .map(play -> Arguments.argumentSet(play.fault(), play));
    }

    @ParameterizedTest
    @MethodSource("plays")
    @Execution(ExecutionMode.CONCURRENT)
    void losesAndDoublesNothing(Play play) throws IOException, InterruptedException {
        try {
            Verdict verdict = play.in(folder, FORM);
            TABLE.add(play, verdict);
            assertThat(verdict.lost() + verdict.doubled()).as(verdict.detail()).isZero();
            assertThat(verdict.truth()).isPositive();
        } catch (NotHereException e) {
            TABLE.leaveOut(play, String.valueOf(e.getMessage()));
            abort(String.valueOf(e.getMessage()));
        }
    }

    @AfterAll
    static void write() throws IOException {
        if (FORM == Form.FULL && ONLY.equals(List.of(""))) {
            TABLE.write(Path.of(System.getProperty("faults.table", "../docs/faults.md")), Catalogue.all());
        }
    }
}
