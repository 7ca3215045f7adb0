// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.BrokenPageException;
import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Reads what was kept of an answer once more: as a record of its list, as the list, or as the whole answer.
///
/// @param list how the answer calls its list
public record KeptAnswer(String list, PageReader reader) {

    /// What is put around it to make an answer of it.
    private record Shape(String before, String after) {

        InputStream around(Document kept) {
            return new SequenceInputStream(Collections.enumeration(List.of(bytes(before), kept.open(), bytes(after))));
        }

        private static InputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Looks at what would be read, and keeps nothing of it.
    private static final class Look implements RecordSink {

        private static final Look NOTHING = new Look(Optional.of("there is nothing to read"));

        private long records;
        private Optional<String> fault;

        private Look(Optional<String> fault) {
            this.fault = fault;
        }

        @Override
        public void record(LakeRecord record) {
            records++;
        }

        @Override
        public void quarantine(Quarantined unreadable) {
            fault = fault.or(() -> Optional.of(unreadable.reason()));
        }
    }

    /// Hands over what it says, all of it or nothing.
    ///
    /// @return why it cannot be read; nothing where it was
    public Optional<String> read(Document kept, RecordSink sink) throws InterruptedException {
        String name = "{\"result\":\"success\",\"" + list + "\":";
        var record = new Shape(name + "[", "]}");
        Look first = kept.json().isBlank() ? Look.NOTHING : look(record, kept);
        if (first.fault.isEmpty()) {
            return read(record, kept, sink);
        }
        for (Shape shape : List.of(new Shape(name, "}"), new Shape("", ""))) {
            Look look = look(shape, kept);
            if (look.fault.isEmpty() && look.records > 0) {
                return read(shape, kept, sink);
            }
        }
        return first.fault;
    }

    private Look look(Shape shape, Document kept) throws InterruptedException {
        var look = new Look(Optional.empty());
        Optional<String> stopped = read(shape, kept, look);
        look.fault = look.fault.or(() -> stopped);
        return look;
    }

    /// @return why it stopped before its end
    private Optional<String> read(Shape shape, Document kept, RecordSink sink) throws InterruptedException {
        try (InputStream answer = shape.around(kept)) {
            reader.read(answer, sink);
            return Optional.empty();
        } catch (BrokenPageException e) {
            return Optional.of(e.broken().reason());
        } catch (IOException e) {
            return Optional.of("what was kept ends in the middle");
        }
    }
}
