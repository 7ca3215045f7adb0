// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Elements.Outcome;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// Reads answers of `/devices/all`. Holds no state between pages; may be used by several threads.
///
/// @param origin whose records they are
/// @param roundStart when the round began, epoch milliseconds: part of the ids of its snapshots
public record DevicePageReader(Origin origin, long roundStart) implements PageReader {

    @Override
    public Page read(InputStream body, RecordSink sink) throws BrokenPageException, IOException, InterruptedException {
        DeviceRecords records = new DeviceRecords(origin, roundStart);
        Quarantine quarantine = new Quarantine(origin, DeviceRecords.MSG_CLASS);
        try (PlainElements elements = new PlainElements(DeviceRecords.WANTED, (element, to) -> {
            if (DeviceRecords.id(element).isBlank()) {
                return Outcome.unreadable(OptionalLong.empty(), "a device without an id");
            }
            to.record(records.snapshot(element));
            to.record(records.asset(element));
            return Outcome.read(OptionalLong.empty());
        })) {
            return new AnswerReading("devices", elements, quarantine, body, sink).read();
        }
    }
}
