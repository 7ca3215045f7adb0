// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.Quarantined;

/// An answer stopped being JSON in the middle.
public final class BrokenPageException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Page before;
    private final transient Quarantined broken;

    /// @param before what was read before the fault
    /// @param broken the bytes at fault, to be kept once nothing smaller can be asked for
    public BrokenPageException(String message, Page before, Quarantined broken) {
        super(message);
        this.before = before;
        this.broken = broken;
    }

    /// What was read before the fault; its cursor too, where that came first.
    public Page before() {
        return before;
    }

    /// The bytes at fault.
    public Quarantined broken() {
        return broken;
    }
}
