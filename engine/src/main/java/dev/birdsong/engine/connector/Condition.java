// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import java.time.Instant;

/// How a content type of a connector stands after its last round.
public sealed interface Condition {

    /// It has not run yet.
    record NeverRan() implements Condition {}

    /// The last round was complete.
    record Healthy() implements Condition {}

    /// The console asks for patience: not a failure, it is asked again by itself.
    ///
    /// @param until when it is asked again
    record Throttled(Instant until) implements Condition {}

    /// The last round failed.
    ///
    /// @param kind such as `unauthorized`
    /// @param httpStatus what the console answered, or 0 where there was no answer
    /// @param message what went wrong and what to do, one line
    record Failing(String kind, int httpStatus, String message) implements Condition {}
}
