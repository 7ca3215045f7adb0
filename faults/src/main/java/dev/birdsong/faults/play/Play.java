// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.io.IOException;
import java.nio.file.Path;

/// One fault of the suite.
///
/// @param fault its name
/// @param played what is done
/// @param guard what keeps anything from being lost or doubled
/// @param setting with what it begins
/// @param script what is done, as code
public record Play(String fault, String played, String guard, Setting setting, Script script) {

    /// Plays it in a folder of its own.
    public Verdict in(Path folder, Form form) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Stage stage = new Stage(folder, form, setting.in(form))) {
            script.play(stage);
            return stage.verdict(System.nanoTime() - began);
        }
    }
}
