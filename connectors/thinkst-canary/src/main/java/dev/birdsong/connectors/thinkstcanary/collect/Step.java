// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// What one request did to a walk.
sealed interface Step {

    /// The page size to go on with.
    PageSize size();

    /// The walk goes on.
    record Going(Walk walk, PageSize size) implements Step {}

    /// The walk is complete: everything from its beginning up to [Extent#top] was handed over.
    record Done(Walk walk, PageSize size) implements Step {}
}
