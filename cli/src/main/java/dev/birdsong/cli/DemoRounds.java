// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.search.Shown;
import dev.birdsong.query.export.UsualFields;
import dev.birdsong.spi.lake.Hit;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// Looks again and again for what is new, and shows it.
record DemoRounds(NewRecords records, PrintWriter out) {

    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int MOST_SHOWN = 12;

    /// @param rounds how often something is shown before it ends; 0: until it is stopped
    void run(int rounds) throws InterruptedException {
        int shown = 0;
        while (rounds == 0 || shown < rounds) {
            List<Hit> fresh = records.next();
            if (!fresh.isEmpty()) {
                show(fresh);
                shown++;
            }
            if (rounds == 0 || shown < rounds) {
                Thread.sleep(BETWEEN);
            }
        }
    }

    private void show(List<Hit> fresh) {
        out.println();
        Shown.table(UsualFields.NAMES, out)
                .show(fresh.reversed().stream().limit(MOST_SHOWN).toList());
        out.printf("%,d new%n", fresh.size());
        out.flush();
    }
}
