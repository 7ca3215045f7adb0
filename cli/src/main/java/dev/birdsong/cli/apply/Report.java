// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.io.PrintWriter;
import java.util.List;

/// Tells what is done as it is done, and counts it.
final class Report {

    private final PrintWriter out;
    private final PrintWriter err;
    private int created;
    private int changed;
    private int unchanged;
    private int failed;

    /// @param out for what is done
    /// @param err for what is not
    Report(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void created(String what, List<String> parts) {
        created++;
        tell("+ ", what, parts);
    }

    void changed(String what, List<String> differences) {
        changed++;
        tell("~ ", what, differences);
    }

    void unchanged() {
        unchanged++;
    }

    void failed(Problem problem) {
        failed++;
        err.println("birdsong: " + problem.line());
        err.flush();
    }

    private void tell(String sign, String what, List<String> parts) {
        String more = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
        out.println(Shown.line(sign + what + more));
        out.flush();
    }

    /// Whether every entry was done.
    boolean isClean() {
        return failed == 0;
    }

    /// @param entries how many there are, of which some are not reached where the run ends early
    void end(int entries, boolean dryRun) {
        if (unchanged > 0) {
            out.println("= " + unchanged + " unchanged");
        }
        int rest = entries - created - changed - unchanged - failed;
        out.println(entries == unchanged ? "nothing to change" : counts(rest, dryRun));
        out.flush();
    }

    private String counts(int rest, boolean dryRun) {
        return "%d %s, %d %s, %d unchanged, %d failed%s%s"
                .formatted(
                        created,
                        dryRun ? "to create" : "created",
                        changed,
                        dryRun ? "to change" : "changed",
                        unchanged,
                        failed,
                        rest > 0 ? ", " + rest + " not reached" : "",
                        dryRun ? "; dry run: nothing was changed" : "");
    }
}
