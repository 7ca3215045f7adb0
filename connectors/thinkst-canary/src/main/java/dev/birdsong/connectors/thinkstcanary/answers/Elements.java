// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.spi.connector.RecordSink;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonParser;

/// Makes records of the elements of an answer's list.
interface Elements extends AutoCloseable {

    /// Reads the object that the parser stands at to its end, and hands over its records.
    Outcome read(JsonParser parser, Tape tape, RecordSink sink) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /// What became of an element.
    ///
    /// @param id its number, where it has one
    /// @param fault why it could not be read, for people
    record Outcome(OptionalLong id, Optional<String> fault) {

        static Outcome read(OptionalLong id) {
            return new Outcome(id, Optional.empty());
        }

        static Outcome unreadable(OptionalLong id, String fault) {
            return new Outcome(id, Optional.of(fault));
        }
    }
}
