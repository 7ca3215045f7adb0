// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// Takes the hits of an export, one by one.
@FunctionalInterface
public interface HitConsumer {

    /// Takes one hit.
    ///
    /// @return whether more are wanted
    boolean accept(Hit hit);
}
