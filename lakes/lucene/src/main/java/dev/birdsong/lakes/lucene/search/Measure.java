// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/// One tally over all hits.
record Measure(String field, Schema schema, Tally tally) implements Count {

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        FieldReader reader = FieldReader.of(field, schema, segment);
        return document -> tally.add(reader.values(document));
    }

    @Override
    public AggregationResult result() {
        return tally.result();
    }
}
