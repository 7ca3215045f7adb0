// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Form;
import dev.birdsong.faults.play.Play;
import java.util.List;
import java.util.stream.Stream;

/// Every fault that is played, in the order of the table.
public final class Catalogue {

    private Catalogue() {}

    /// All of them.
    public static List<Play> of(Form form) {
        return Stream.of(
                        ListFaults.of(form),
                        AnswerFaults.of(form),
                        IdFaults.of(form),
                        ClockFaults.of(form),
                        KillFaults.of(form),
                        DiskFaults.of(form),
                        ServerFaults.of(form))
                .flatMap(List::stream)
                .toList();
    }
}
