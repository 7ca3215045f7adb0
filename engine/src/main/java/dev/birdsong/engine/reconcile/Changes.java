// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.util.List;

/// What a comparison changes in what is known of missing things.
///
/// @param missed were not met for the first time
/// @param marked are noted as gone
/// @param returned were noted as back
/// @param shown are shown again before anything was noted, or cannot be told
public record Changes(List<Long> missed, List<Long> marked, List<Long> returned, List<Long> shown) {

    /// None.
    public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of());

    public Changes {
        missed = List.copyOf(missed);
        marked = List.copyOf(marked);
        returned = List.copyOf(returned);
        shown = List.copyOf(shown);
    }
}
