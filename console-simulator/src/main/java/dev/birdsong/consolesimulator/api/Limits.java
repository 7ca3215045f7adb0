// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.settings.Switches;

/// The largest page that a console gives.
final class Limits {

    private Limits() {}

    static int cut(int limit, Switches switches) {
        return switches.maximumLimit() > 0 ? Math.min(limit, switches.maximumLimit()) : limit;
    }
}
