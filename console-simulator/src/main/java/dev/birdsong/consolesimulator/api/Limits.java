// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.settings.Switches;

/// The largest page that a console gives.
final class Limits {

    private Limits() {}

    /// @throws Refusal where a page of this size takes too long
    static int cut(int limit, Switches switches) {
        if (switches.failsAbove() > 0 && limit > switches.failsAbove()) {
            throw new Refusal(504, "The console took too long");
        }
        return switches.maximumLimit() > 0 ? Math.min(limit, switches.maximumLimit()) : limit;
    }
}
