// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

/// Reads one content type of a connector, a page at a time.
///
/// A collector keeps no position of its own: asked twice with the same position it answers from the same
/// place, so the engine may stop, crash and ask again.
public interface Collector extends AutoCloseable {

    /// Asks the console once, or not at all, and hands what it reads to `sink`, one by one, as it is read. A
    /// page that cannot be read is asked for again in smaller pieces before it is given up. Records from before
    /// [Connection#start] are read but not handed over; what shows a state, as devices do, has no such age.
    ///
    /// @throws CollectException if the console did not answer as it should; what the sink took before stays
    ///     valid
    Fetched fetch(Position after, RecordSink sink) throws InterruptedException;

    @Override
    void close();
}
