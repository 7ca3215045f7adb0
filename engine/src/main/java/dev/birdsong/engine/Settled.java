// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import java.util.List;

/// What became of what was read, once it is durable.
///
/// @param leftOut what log filters left out, and the lake does not hold
/// @param kept ids of records that the lake holds
/// @param shown what the source showed
public record Settled(List<LeftOut> leftOut, List<String> kept, List<ShownThing> shown) {

    /// Nothing.
    public static final Settled NOTHING = new Settled(List.of(), List.of(), List.of());

    public Settled {
        leftOut = List.copyOf(leftOut);
        kept = List.copyOf(kept);
        shown = List.copyOf(shown);
    }

    /// Whether there is nothing to note.
    public boolean isEmpty() {
        return leftOut.isEmpty() && kept.isEmpty() && shown.isEmpty();
    }
}
