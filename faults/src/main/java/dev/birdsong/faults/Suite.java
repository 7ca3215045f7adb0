// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Folders;
import dev.birdsong.faults.play.Form;
import dev.birdsong.faults.play.NotHereException;
import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.PlayException;
import dev.birdsong.faults.play.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Plays faults from the command line, and says of each what came of it.
public final class Suite {

    private Suite() {}

    /// Takes the form, `SHORT` or `FULL`, and parts of the names of those that are to be played; none are all.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String[] only = Arrays.copyOfRange(arguments, 1, arguments.length);
        Form form = Form.valueOf(arguments[0]);
        boolean well = true;
        for (Play play : Catalogue.all()) {
            if (only.length == 0 || Arrays.stream(only).anyMatch(play.fault()::contains)) {
                well &= isWell(play, form);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private static boolean isWell(Play play, Form form) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("birdsong-fault");
        try {
            Verdict verdict = play.in(folder, form);
            System.out.printf(
                    "%s: %,d records in truth, %,d lost, %,d doubled, %.0f s%n",
                    play.fault(), verdict.truth(), verdict.lost(), verdict.doubled(), verdict.nanos() / 1e9);
            boolean well = verdict.lost() + verdict.doubled() == 0;
            System.out.print(well ? "" : "    " + verdict.detail() + "\n");
            return well;
        } catch (NotHereException e) {
            System.out.printf("%s: not played: %s%n", play.fault(), e.getMessage());
            return true;
        } catch (PlayException e) {
            System.out.printf("%s: did not go as it says: %s%n", play.fault(), e.getMessage());
            return false;
        } finally {
            Folders.delete(folder);
        }
    }
}
