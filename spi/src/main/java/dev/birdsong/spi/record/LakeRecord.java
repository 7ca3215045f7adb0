// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.util.List;

/// One record in Interflow form, ready for a lake.
///
/// The document holds all that the record says, but for what the lake itself adds: `_id`, `_index`,
/// `write_time` and `revision`.
///
/// @param key which record this is
/// @param version how new this state of it is
/// @param fingerprint equal where the console said the same of this very thing; covers nothing of ours
/// @param document the record as one JSON object
/// @param united top-level fields whose lists the lake unites with those of the state that it replaces
/// @param subject of what it tells; kept beside the document
public record LakeRecord(
        RecordKey key, Version version, String fingerprint, Document document, List<String> united, Subject subject) {

    public LakeRecord {
        united = List.copyOf(united);
    }

    /// A record of no source, none of whose lists are united.
    public LakeRecord(RecordKey key, Version version, String fingerprint, Document document) {
        this(key, version, fingerprint, document, List.of(), Subject.NONE);
    }

    /// The same record, telling of something else.
    public LakeRecord about(Subject other) {
        return new LakeRecord(key, version, fingerprint, document, united, other);
    }
}
