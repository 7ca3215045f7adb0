// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.connectors.thinkstcanary.answers.json.Texts;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// Reads elements that are one thing each, without lists to take out of them.
final class PlainElements implements Elements {

    private final Set<String> wanted;
    private final Maker maker;
    private final Canonical canonical = new Canonical();
    private final MessageDigest digest = Hash.sha256();

    PlainElements(Set<String> wanted, Maker maker) {
        this.wanted = wanted;
        this.maker = maker;
    }

    /// Makes records of one element, and hands them over.
    interface Maker {
        Outcome make(Element element, RecordSink sink) throws InterruptedException;
    }

    /// One element.
    ///
    /// @param texts what it says
    /// @param json as the console sent it
    /// @param fingerprint hash of all that it says
    record Element(Texts texts, Document json, String fingerprint) {}

    @Override
    public Outcome read(JsonParser parser, Tape tape, RecordSink sink) throws IOException, InterruptedException {
        Texts texts = new Texts(wanted);
        long start = Json.start(parser);
        canonical.read(parser, texts);
        if (canonical.tooDeep()) {
            sink.shows(Shown.UNKNOWN);
            return Outcome.unreadable(OptionalLong.empty(), "nested too deep");
        }
        Bytes json = new Bytes();
        tape.copy(start, Json.end(parser), json);
        canonical.addTo(digest);
        return maker.make(new Element(texts, json.document(), Hash.end(digest).text()), sink);
    }

    @Override
    public void close() {}
}
