// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.Position;

/// Where the devices go on.
///
/// @param round when the round began, epoch milliseconds
/// @param open whether the console is still to be asked in this round
/// @param broken whether its answer could not be read
record DeviceState(long round, boolean open, boolean broken) {

    static DeviceState parse(String text) {
        Tree tree = Versioned.parse(text);
        return new DeviceState(tree.number("round"), tree.number("open") > 0, tree.number("broken") > 0);
    }

    Position position() {
        return Versioned.position(
                Tree.EMPTY.with("round", round).with("open", open ? 1 : 0).with("broken", broken ? 1 : 0));
    }
}
