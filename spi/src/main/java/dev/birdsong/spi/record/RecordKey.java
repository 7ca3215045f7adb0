// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

/// Which record this is and where it lives.
///
/// @param index the index
/// @param tenant the id of the tenant that the record belongs to
/// @param id unique in the index, as [RecordId] makes it
/// @param timestamp when it happened, epoch milliseconds; in Syslog it never changes for an id
public record RecordKey(Index index, String tenant, String id, long timestamp) {}
