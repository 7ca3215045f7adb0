// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.LakeRecord;
import java.util.List;
import java.util.Map;

/// A record in a [MemoryLake].
///
/// @param record as it was put, its lists united
/// @param leaves of its document
record Stored(LakeRecord record, String partition, long writeTime, long revision, List<Leaves.Leaf> leaves) {

    Stored(LakeRecord record, String partition, long writeTime, long revision) {
        this(record, partition, writeTime, revision, Leaves.of(record.document()));
    }

    String id() {
        return record.key().id();
    }

    /// The texts at a path.
    List<String> texts(String path) {
        return switch (path) {
            case "_id" -> List.of(id());
            case "_index" -> List.of(partition);
            case "write_time" -> List.of(Long.toString(writeTime));
            case "revision" -> List.of(Long.toString(revision));
            default ->
                leaves.stream()
                        .filter(leaf -> leaf.path().equals(path))
                        .map(Leaves.Leaf::text)
                        .toList();
        };
    }

    /// The values of a listed field, without repetitions.
    List<SortValue> values(String path, FieldType type) {
        return allValues(path, type).stream().distinct().toList();
    }

    /// The values of a listed field, equal ones too.
    List<SortValue> allValues(String path, FieldType type) {
        return texts(path).stream()
                .flatMap(text -> SortValue.of(type, text).stream())
                .toList();
    }

    Hit hit(List<SortValue> place) {
        String json = record.document().json().strip();
        String rest = json.substring(1).strip();
        String given = Json.document(Map.of("_id", id())).json();
        String head = given.substring(0, given.length() - 1) + ",\"_index\":\"" + partition + "\",\"write_time\":"
                + writeTime + ",\"revision\":" + revision;
        return new Hit(partition, id(), Document.of(head + (rest.equals("}") ? rest : "," + rest)), place);
    }
}
