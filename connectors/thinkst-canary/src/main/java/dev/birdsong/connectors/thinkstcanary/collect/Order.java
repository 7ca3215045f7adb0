// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// In which order the pages of a walk come.
enum Order {
    /// Not known yet.
    UNKNOWN,
    /// Every page was above the one before it, and the console was seen to show the lowest id first.
    UP,
    /// Any other.
    DOWN
}
