// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.HeldEvent.Traits;
import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Frame;
import dev.birdsong.connectors.thinkstcanary.answers.json.Hold;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.connectors.thinkstcanary.answers.json.Texts;
import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The events of one incident, held until all of it was read.
final class HeldEvents implements AutoCloseable {

    /// What the console adds to events later: no part of what tells an event from others. Frozen with the
    /// scheme of ids.
    static final Set<String> ENRICHMENT = Set.of("geoip", "ip_blocklist", "scanner");

    /// Where events say who acted, the first that is not blank counts.
    static final List<String> USERNAMES = List.of(
            "USERNAME",
            "USER",
            "user",
            "username",
            "cmd_user_name",
            "ms_macro_username",
            "windows_desktopini_access_username");

    private static final Set<String> WANTED = Stream.concat(
                    USERNAMES.stream(), Stream.of("timestamp", "timestamp_std", "src_host", "src_port", "dst_port"))
            .collect(Collectors.toUnmodifiableSet());

    private final Hold hold;
    private final Canonical canonical = new Canonical();
    private final MessageDigest digest = Hash.sha256();
    private final Texts texts = new Texts(WANTED);
    private final Bytes frame = new Bytes();
    private EventsDigest shown = new EventsDigest();
    private ShownEvents.Span span = new ShownEvents.Span("", "", true);

    HeldEvents(Hold hold) {
        this.hold = hold;
    }

    /// Takes one event after the other.
    interface Taker {
        void take(HeldEvent event) throws InterruptedException;
    }

    /// Reads a list to its end; the parser stands at its beginning.
    void read(JsonParser parser, Tape tape) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long end = readOne(parser, tape);
            tape.release(end);
        }
    }

    long count() {
        return hold.count();
    }

    EventsDigest shown() {
        return shown;
    }

    ShownEvents.Span span() {
        return span;
    }

    void replay(Taker taker) throws IOException, InterruptedException {
        hold.replay((array, from, length) -> taker.take(HeldEvent.read(new Frame(array, from, length))));
    }

    void clear() throws IOException {
        hold.clear();
        shown = new EventsDigest();
        span = new ShownEvents.Span("", "", true);
    }

    @Override
    public void close() throws IOException {
        hold.close();
    }

    private long readOne(JsonParser parser, Tape tape) throws IOException {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        long start = Json.start(parser);
        texts.clear();
        canonical.read(parser, texts);
        long end = Json.end(parser);
        Bytes json = new Bytes();
        tape.copy(start, end, json);
        HeldEvent event =
                object && !canonical.tooDeep() ? readable(json.document()) : HeldEvent.unreadable(json.document());
        frame.shrinkTo(0);
        event.write(frame);
        hold.add(frame);
        return end;
    }

    private HeldEvent readable(Document json) {
        boolean whole = canonical.addTo(digest, ENRICHMENT);
        Hash content = Hash.end(digest);
        Hash fingerprint = content;
        if (!whole) {
            canonical.addTo(digest, Set.of());
            fingerprint = Hash.end(digest);
        }
        shown.add(fingerprint);
        String time = texts.get("timestamp");
        follow(time);
        Traits traits = new Traits(
                time,
                texts.get("timestamp_std"),
                texts.get("src_host"),
                texts.get("src_port"),
                texts.get("dst_port"),
                texts.first(USERNAMES));
        return new HeldEvent(true, content, fingerprint, traits, json);
    }

    private void follow(String time) {
        if (!time.isBlank()) {
            String first = span.first().isEmpty() ? time : span.first();
            boolean earlier = ConsoleTime.first(time) < ConsoleTime.first(span.last());
            span = new ShownEvents.Span(first, time, span.ordered() && !earlier);
        }
    }
}
