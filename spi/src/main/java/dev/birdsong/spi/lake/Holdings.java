// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.RecordKey;
import java.util.Collection;
import java.util.Set;

/// What a lake holds of sources, by the [dev.birdsong.spi.record.Subject] of its records. As of the moment of each
/// call; what was acknowledged is in it.
///
/// @see DataLake#holdings
public interface Holdings {

    /// How many records it holds of this content type of a source.
    ///
    /// @throws LakeException if the lake cannot be read
    long count(Held held);

    /// Hands over of what each record tells, in any order, so that a thing may come often. In constant memory.
    ///
    /// @throws LakeException if the lake cannot be read
    void things(Held held, ThingConsumer consumer);

    /// Hands over the newest record of each of these things that has any, one by one.
    ///
    /// @throws LakeException if the lake cannot be read
    void newest(Held held, Set<Long> things, RecordConsumer consumer);

    /// Which of these records it holds, by id.
    ///
    /// @throws LakeException if the lake cannot be read
    Set<String> known(Collection<RecordKey> keys);

    /// One content type of a source of a tenant.
    record Held(String tenant, String sourceKey, String contentType) {}

    /// Takes things, one by one, on a thread of the lake.
    @FunctionalInterface
    interface ThingConsumer {

        /// Takes one.
        ///
        /// @param group as [dev.birdsong.spi.record.Subject#group]
        void accept(long thing, long group);
    }

    /// Takes records, one by one, on a thread of the lake.
    @FunctionalInterface
    interface RecordConsumer {

        /// Takes one.
        ///
        /// @param record as a search would find it
        void accept(long thing, Document record);
    }
}
