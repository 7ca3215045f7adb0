// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.json.KeyOrder;
import dev.birdsong.consolesimulator.settings.Switches;

/// How records are to be written for one request.
///
/// @param eventLimit the most events of one incident to show
/// @param shrink whether exact duplicates among events are left out
/// @param damage which records are to be broken
record Rendering(Switches switches, int eventLimit, boolean shrink, Damage damage) {

    /// Everything, whole.
    static Rendering whole(Switches switches) {
        return new Rendering(switches, Integer.MAX_VALUE, false, Damage.none());
    }

    KeyOrder order() {
        return switches.keyOrder();
    }
}
