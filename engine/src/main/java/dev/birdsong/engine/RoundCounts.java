// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.lake.PutResult;

/// What a round has done so far.
///
/// @param pages answers read to their end
/// @param read records that the collector handed over
/// @param bytes of the documents that went to the lake
/// @param put what became of those that went into the lake and are durable
/// @param filtered records left out by a log filter
/// @param quarantined what could not be read
public record RoundCounts(long pages, long read, long bytes, PutResult put, long filtered, long quarantined) {

    /// Nothing yet.
    public static final RoundCounts ZERO = new RoundCounts(0, 0, 0, PutResult.NONE, 0, 0);

    /// Both together.
    public RoundCounts plus(RoundCounts other) {
        return new RoundCounts(
                pages + other.pages,
                read + other.read,
                bytes + other.bytes,
                put.plus(other.put),
                filtered + other.filtered,
                quarantined + other.quarantined);
    }

    RoundCounts withPage() {
        return new RoundCounts(pages + 1, read, bytes, put, filtered, quarantined);
    }

    RoundCounts withRead() {
        return new RoundCounts(pages, read + 1, bytes, put, filtered, quarantined);
    }

    RoundCounts withBytes(long more) {
        return new RoundCounts(pages, read, bytes + more, put, filtered, quarantined);
    }

    RoundCounts withPut(PutResult more) {
        return new RoundCounts(pages, read, bytes, put.plus(more), filtered, quarantined);
    }

    RoundCounts withFiltered() {
        return new RoundCounts(pages, read, bytes, put, filtered + 1, quarantined);
    }

    RoundCounts withQuarantined() {
        return new RoundCounts(pages, read, bytes, put, filtered, quarantined + 1);
    }
}
