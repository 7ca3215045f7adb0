// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.PutResult;
import java.util.Optional;

/// Reads again what could not be read, and brings what can be read now through the filters into the lake. The position
/// of the stream stands still.
///
/// @param stream whose it is
/// @param ports of these, the quarantine takes what cannot be read on the way
public record Replay(StreamKey stream, Round.Ports ports) {

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

    /// Reads it; what was read is durable, and noted in the ledger, when it returns.
    ///
    /// @throws dev.birdsong.spi.lake.LakeException if the lake cannot take the records
    /// @throws PositionException if the ledger cannot be written
    public Outcome run(Reading reading) throws InterruptedException {
        var sink = new PutSink(stream, ports);
        Optional<String> reason = reading.to(sink);
        PutResult durable = PutResult.NONE;
        for (Acknowledgement put : sink.endPage()) {
            durable = durable.plus(put.await());
        }
        ports.ledger().settle(sink.notes().settled(ports.lake()), () -> {});
        return new Outcome(reason, sink.counts().withPut(durable));
    }
}
