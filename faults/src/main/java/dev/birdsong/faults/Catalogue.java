// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import java.util.List;
import java.util.stream.Stream;

/// Every fault that is played, in the order of the table.
public final class Catalogue {

    private Catalogue() {}

    /// All of them.
    public static List<Play> all() {
        return Stream.of(
                        ListFaults.ALL,
                        AnswerFaults.ALL,
                        IdFaults.ALL,
                        ClockFaults.ALL,
                        KillFaults.all(),
                        DiskFaults.ALL,
                        ServerFaults.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
