// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import java.time.Duration;

/// One step of a test of a connection.
///
/// @param name what was looked at, for people
/// @param result how it went
/// @param detail what was seen, one line for people; never a secret or a record's content
/// @param took how long it took
public record TestStep(String name, Result result, String detail, Duration took) {

    /// How a step went.
    public enum Result {
        /// Well.
        PASSED,
        /// Well enough to collect, but something is to be looked at.
        WARNED,
        /// It did not, and so the test ended.
        FAILED,
        /// It was not done: it does not apply, could not be told, or an earlier step failed.
        SKIPPED
    }
}
