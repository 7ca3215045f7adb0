// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a backup is made of. It is written last: a backup that has one was not cut.
///
/// @param format the form of the backup
/// @param birdsong the version that made it
/// @param madeAt epoch milliseconds of when it was begun
/// @param state whose state it has
/// @param lake whose lake it has
/// @param withKey whether the keys are in it
/// @param files all files, but for the manifest
record Manifest(
        int format, String birdsong, long madeAt, State state, Lake lake, boolean withKey, List<KeptFile> files) {

    static final String NAME = "manifest.json";
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// The state.
    ///
    /// @param kind `sqlite`; or `postgresql`, which is not in the backup
    /// @param step of the database's form; empty where it is not in the backup
    record State(String kind, String step) {

        static final State ELSEWHERE = new State("postgresql", "");

        static State sqlite(String step) {
            return new State("sqlite", step);
        }

        boolean isElsewhere() {
            return step.isEmpty();
        }
    }

    /// The lake.
    record Lake(String kind, int partitions) {}

    Manifest {
        Objects.requireNonNull(birdsong, "birdsong");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(lake, "lake");
        files = List.copyOf(files);
    }

    byte[] text() {
        return JSON.writeValueAsBytes(this);
    }

    /// How many bytes there are in all files.
    long size() {
        return files.stream().mapToLong(KeptFile::size).sum();
    }

    /// Reads one.
    ///
    /// @param backup where it is, for messages
    /// @throws BackupException if it cannot be read, or a newer version made it
    static Manifest of(byte[] text, Object backup) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.path("format").asInt(0) > FORMAT) {
                throw new BackupException("the backup " + backup + " was made by a newer Birdsong ("
                        + read.path("birdsong").asString("of no version") + "): restore it by that one");
            }
            return JSON.treeToValue(read, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupException("the backup " + backup + " is damaged: its manifest cannot be read", e);
        }
    }
}
