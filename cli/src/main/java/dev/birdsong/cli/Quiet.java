// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries from talking to the operator about their own affairs.
final class Quiet {

    /// Held, since the logging system forgets loggers that nobody holds.
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger("org.apache.lucene"));

    private Quiet() {}

    static void libraries() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
