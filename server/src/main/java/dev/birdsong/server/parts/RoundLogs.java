// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.run.RoundLog;

/// Listens in on what rounds tell.
@FunctionalInterface
public interface RoundLogs {

    /// Nobody listens.
    RoundLogs NONE = log -> log;

    /// A log that tells this one, and whoever listens.
    RoundLog over(RoundLog log);
}
