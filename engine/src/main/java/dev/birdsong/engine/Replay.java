// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.PutResult;
import java.util.Optional;

/// Reads again what could not be read, and brings what can be read now through the filters into the lake.
///
/// @param stream whose it is
/// @param quarantine takes what cannot be read on the way
public record Replay(StreamKey stream, DataLake lake, LogFilters filters, Quarantine quarantine) {

    /// Reads the kept bytes.
    @FunctionalInterface
    public interface Reading {

        /// Hands over what they say; tells why they still cannot be read.
        Optional<String> to(RecordSink sink) throws InterruptedException;
    }

    /// What came of it.
    ///
    /// @param reason why it still cannot be read; empty: it was read
    public record Outcome(Optional<String> reason, RoundCounts counts) {}

    /// Reads it; what was read is durable when it returns.
    ///
    /// @throws dev.birdsong.spi.lake.LakeException if the lake cannot take the records
    public Outcome run(Reading reading) throws InterruptedException {
        var sink = new PutSink(stream, lake, filters, quarantine);
        Optional<String> reason = reading.to(sink);
        PutResult durable = PutResult.NONE;
        for (Acknowledgement put : sink.endPage()) {
            durable = durable.plus(put.await());
        }
        return new Outcome(reason, sink.counts().withPut(durable));
    }
}
