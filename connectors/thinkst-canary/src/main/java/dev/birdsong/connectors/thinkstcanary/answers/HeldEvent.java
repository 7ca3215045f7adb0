// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.connectors.thinkstcanary.answers.json.Frame;
import dev.birdsong.spi.record.Document;

/// One event as it waits for its incident: what was learned from it, and its bytes.
///
/// @param readable whether it can become a record
/// @param content hash of what tells it from others, without what the console adds later
/// @param fingerprint hash of all that it says
/// @param traits what its record says in standard fields
/// @param json as the console sent it
record HeldEvent(boolean readable, Hash content, Hash fingerprint, Traits traits, Document json) {

    /// What an event says in its own words about who did what where, and when; empty where it does not say.
    record Traits(String time, String timeText, String srcHost, String srcPort, String dstPort, String username) {
        static final Traits NONE = new Traits("", "", "", "", "", "");
    }

    static HeldEvent unreadable(Document json) {
        return new HeldEvent(false, Hash.ZERO, Hash.ZERO, Traits.NONE, json);
    }

    static HeldEvent read(Frame frame) {
        return new HeldEvent(
                frame.one() == 1,
                new Hash(frame.number(), frame.number()),
                new Hash(frame.number(), frame.number()),
                new Traits(frame.text(), frame.text(), frame.text(), frame.text(), frame.text(), frame.text()),
                Document.owning(frame.rest()));
    }

    void write(Bytes frame) {
        frame.add(readable ? 1 : 0);
        content.write(frame);
        fingerprint.write(frame);
        Frame.write(traits.time, frame);
        Frame.write(traits.timeText, frame);
        Frame.write(traits.srcHost, frame);
        Frame.write(traits.srcPort, frame);
        Frame.write(traits.dstPort, frame);
        Frame.write(traits.username, frame);
        frame.add(json);
    }
}
