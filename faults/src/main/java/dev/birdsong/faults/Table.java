// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What came of every play, as a page shows it. Safe for use by several threads.
public final class Table {

    private static final double NANOS = 1e9;

    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /// Adds what came of a play.
    public void add(Play play, Verdict verdict) {
        verdicts.put(play.fault(), verdict);
        rows.put(
                play.fault(),
                "| %s | %s | %,d | %s | %s | %s | %.0f s |"
                        .formatted(
                                play.fault(),
                                play.played(),
                                verdict.truth(),
                                count(verdict.lost()),
                                count(verdict.doubled()),
                                play.guard(),
                                verdict.nanos() / NANOS));
    }

    private static String count(long number) {
        return number == 0 ? "0" : "**%,d**".formatted(number);
    }

    /// Adds a play that could not be played.
    public void leaveOut(Play play, String reason) {
        rows.put(play.fault(), "| %s | not played: %s | | | | %s | |".formatted(play.fault(), reason, play.guard()));
    }

    /// Writes it into its section of a page.
    ///
    /// @param plays in their order; one that is missing did not go as it says, and is told so
    public void write(Path page, List<Play> plays) throws IOException {
        String table = plays.stream()
                .map(play -> Optional.ofNullable(rows.get(play.fault()))
                        .orElseGet(() -> "| %s | **did not go as it says** | | | | %s | |"
                                .formatted(play.fault(), play.guard())))
                .collect(Collectors.joining("\n"));
        new Section(page, "table").write("""
                %s, JDK %s, %d cores: %d faults, %,d records, **%,d lost, %,d doubled**.

                | fault | what was played | records in truth | lost | doubled | guard | time |
                |---|---|---:|---:|---:|---|---:|
                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        verdicts.size(),
                        verdicts.values().stream().mapToLong(Verdict::truth).sum(),
                        verdicts.values().stream().mapToLong(Verdict::lost).sum(),
                        verdicts.values().stream().mapToLong(Verdict::doubled).sum(),
                        table));
    }
}
