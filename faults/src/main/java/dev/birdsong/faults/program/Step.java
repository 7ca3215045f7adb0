// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

/// A step of a round at which the program can be halted, as by `kill -9`.
public enum Step {
    /// A page was read; none of what is left of it was put.
    AFTER_FETCH,
    /// Records are about to be put.
    BEFORE_PUT,
    /// The lake took records, and did not acknowledge them yet.
    AFTER_PUT,
    /// Records were acknowledged; the position stands before them.
    BEFORE_MOVE,
    /// The position was moved.
    AFTER_MOVE,
    /// The next page is about to be asked for.
    BETWEEN_PAGES,
    /// A commit is about to make its files durable.
    COMMIT_SYNCS,
    /// A commit is about to give the list of its files its name.
    COMMIT_RENAMES,
    /// A commit has given the list of its files its name, which is not durable yet.
    COMMIT_RENAMED
}
