// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// What became of the records of a put: each is counted in exactly one number.
public record PutResult(long created, long updated, long unchanged) {

    /// Of no record.
    public static final PutResult NONE = new PutResult(0, 0, 0);

    /// Both together.
    public PutResult plus(PutResult other) {
        return new PutResult(created + other.created, updated + other.updated, unchanged + other.unchanged);
    }

    /// How many records there were.
    public long total() {
        return created + updated + unchanged;
    }
}
