// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Schema;
import java.nio.file.Path;
import java.time.Clock;

/// The plain evaluation agrees with itself: the contract can be run, and a lake that starts anew passes it.
class MemoryLakeStableOrderTest extends StableOrderContract {

    @Override
    protected DataLake open(Path folder, Schema schema, Clock time) {
        return new MemoryLake(schema, time);
    }
}
