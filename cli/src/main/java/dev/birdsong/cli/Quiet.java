// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries from talking to the operator about their own affairs. Those that log by SLF4J are told in
/// `simplelogger.properties`.
final class Quiet {

    /// Held, since the logging system forgets loggers that nobody holds.
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger(""), Level.WARNING,
            Logger.getLogger("org.apache.lucene"), Level.SEVERE,
            Logger.getLogger("org.apache.catalina"), Level.SEVERE);

    private Quiet() {}

    static void libraries() {
        LEVELS.forEach(Logger::setLevel);
    }
}
