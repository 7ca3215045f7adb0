// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

/// Is told of each step of a test as soon as it is over, in order, by one thread at a time.
@FunctionalInterface
public interface TestListener {

    /// Tells nobody.
    TestListener NONE = _ -> {};

    /// A step is over.
    void stepped(TestStep step);
}
