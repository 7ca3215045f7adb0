// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Hold;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Reads answers of `/incidents/all`. Holds no state between pages; may be used by several threads.
///
/// @param origin whose records they are
/// @param epoch the first part of their versions
/// @param start incidents that were last updated before it are not handed over
/// @param folder where events are put that come before what they need, when there are too many for memory
/// @param heldBytes how many bytes of events are kept in memory
public record IncidentPageReader(Origin origin, long epoch, StartFrom start, Path folder, int heldBytes)
        implements PageReader {

    /// A reader that keeps up to 1 MB of events in memory.
    public IncidentPageReader(Origin origin, long epoch, StartFrom start, Path folder) {
        this(origin, epoch, start, folder, 1 << 20);
    }

    @Override
    public Page read(InputStream body, RecordSink sink) throws BrokenPageException, IOException, InterruptedException {
        Quarantine quarantine = new Quarantine(origin, IncidentRecords.MSG_CLASS);
        HeldEvents events = new HeldEvents(new Hold(folder, heldBytes));
        try (IncidentElements elements = new IncidentElements(new IncidentRecords(origin, epoch), start, events)) {
            return new AnswerReading("incidents", elements, quarantine, body, sink).read();
        }
    }
}
