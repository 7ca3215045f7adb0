// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.testkit.lake.HoldingsContract;
import java.nio.file.Path;
import java.time.Clock;

class LuceneHoldingsTest extends HoldingsContract {

    @Override
    protected DataLake open(Path folder, Schema schema, Clock time) {
        return LuceneLake.open(folder, schema, time);
    }
}
