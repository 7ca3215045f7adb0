// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.nio.file.Path;

/// What `collect` keeps in the folder it was given.
///
/// @param root the folder
record LakeFolder(Path root) {

    /// The records.
    Path lake() {
        return root.resolve("lake");
    }

    /// Where each content type goes on.
    Path positions() {
        return root.resolve("positions");
    }

    /// What could not be read.
    Path quarantine() {
        return root.resolve("quarantine");
    }

    /// What is too big for memory while it is read; nothing in it is needed after a run.
    Path spool() {
        return root.resolve("spool");
    }
}
