// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import java.util.List;

/// How a test of a connection went.
public sealed interface TestReport {

    /// All steps, also those that were skipped.
    List<TestStep> steps();

    /// No step failed.
    record Success(List<TestStep> steps) implements TestReport {

        public Success {
            steps = List.copyOf(steps);
        }
    }

    /// One step failed.
    ///
    /// @param failure why; its message is the summary, its [CollectException#advice] says what to look at
    record Failure(List<TestStep> steps, CollectException failure) implements TestReport {

        public Failure {
            steps = List.copyOf(steps);
        }
    }
}
