// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// A put that is on its way to the disk. Holds no documents.
public interface Acknowledgement {

    /// Whether [#await] would return or throw at once.
    boolean isDone();

    /// Waits until every record of the put is durable.
    ///
    /// @throws LakeException if that is not to be; the records may be in the lake or not, and can be put again
    PutResult await() throws InterruptedException;
}
