// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.testkit.lake.StableOrderContract;
import java.nio.file.Path;
import java.time.Clock;

class LuceneStableOrderTest extends StableOrderContract {

    @Override
    protected DataLake open(Path folder, Schema schema, Clock time) {
        return LuceneLake.open(folder, schema, time);
    }
}
