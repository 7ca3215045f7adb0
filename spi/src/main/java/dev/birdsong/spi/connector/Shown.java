// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import java.util.OptionalLong;

/// That a source shows a thing.
///
/// @param thing as [dev.birdsong.spi.record.Subject#thing]; nothing where not even that could be read
/// @param parts how many parts the source says that the thing has, where it does not show all of them; else 0
public record Shown(OptionalLong thing, long parts) {

    /// Something that could not be read.
    public static final Shown UNKNOWN = new Shown(OptionalLong.empty(), 0);

    /// A thing that is shown whole.
    public static Shown of(long thing) {
        return new Shown(OptionalLong.of(thing), 0);
    }
}
