// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

/// How much of the suite is played.
public enum Form {
    /// In every build: small consoles, a few of each kind.
    SHORT,
    /// By `./build -Pfaults verify`.
    FULL;

    /// So many, or so many.
    public int of(int inShort, int inFull) {
        return this == SHORT ? inShort : inFull;
    }
}
