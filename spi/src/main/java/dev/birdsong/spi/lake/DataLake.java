// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import java.util.List;
import java.util.Set;

/// Where records live and are searched. Safe for use by many threads; reads take a tenant scope, and there is
/// no way round it.
public interface DataLake extends AutoCloseable {

    /// Takes records in. Idempotent: an unknown id is created; a known one with the same fingerprint, or a
    /// lower version, is left unchanged with its `write_time`; else it is replaced and its `revision` grows
    /// by one. Two states of one id, in one put or in two at once, end as if put one after the other. No
    /// content makes it fail.
    ///
    /// Waits while the lake has more to write than it may hold. What was acknowledged is searchable within a
    /// second of the put and survives the loss of power.
    ///
    /// @throws LakeException if the lake cannot take the records; they can be put again
    Acknowledgement put(List<LakeRecord> records) throws InterruptedException;

    /// Finds records, as many as it can in the time that it has.
    ///
    /// @throws SearchRefusedException if the search asks for something that no lake answers, such as an order by
    ///     a field that is not listed
    /// @throws LakeException if the lake cannot be read
    SearchResult search(TenantScope scope, SearchRequest request);

    /// Hands over every hit in constant memory, newest first, as of the moment of the call.
    ///
    /// @throws LakeException if the lake cannot be read
    void export(TenantScope scope, Selection selection, HitConsumer consumer);

    /// The paths at which records have leaves, and those that the lake gives. Nothing is said of records that may
    /// not be seen.
    ///
    /// @throws LakeException if the lake cannot be read
    SeenFields fields(TenantScope scope, Set<Index> indices);

    /// What it holds of each source.
    Holdings holdings();

    /// Drops what is older than its lifetime at this time: partitions whose month and newest `write_time`
    /// both are.
    ///
    /// @param now epoch milliseconds
    /// @param listener hears of each partition before it is dropped
    /// @return the names of the partitions that were dropped
    List<String> expire(Retention retention, long now, DropListener listener);

    /// The same, unheard.
    default List<String> expire(Retention retention, long now) {
        return expire(retention, now, DropListener.NONE);
    }

    /// Writes what waits and closes. A lake that was not closed opens again all the same.
    @Override
    void close();
}
