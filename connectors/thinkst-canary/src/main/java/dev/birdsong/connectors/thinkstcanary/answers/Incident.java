// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Members;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.connectors.thinkstcanary.answers.json.Texts;
import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// One incident while it is read: the texts that records need, its bytes without its events, and its events,
/// held until all of it is known.
final class Incident implements Members {

    private static final Set<String> OWN =
            Set.of("id", "hash_id", "summary", "updated_id", "updated_time", "updated_std", "updated");

    private static final Set<String> DESCRIBED = Set.of(
            "created",
            "created_std",
            "description",
            "logtype",
            "node_id",
            "name",
            "flock_id",
            "flock_name",
            "src_host",
            "src_host_reverse",
            "src_port",
            "dst_host",
            "dst_port",
            "events_count",
            "events_list");

    private final Texts own = new Texts(OWN);
    private final Description description = new Description();
    private final Remainder remainder = new Remainder();
    private final HeldEvents events;
    private final Tape tape;

    Incident(HeldEvents events, Tape tape) {
        this.events = events;
        this.tape = tape;
    }

    /// Begins with another incident.
    void begin(long at) throws IOException {
        own.clear();
        description.clear();
        events.clear();
        remainder.begin(at);
    }

    /// Its bytes without its events.
    Document end(long at) {
        return remainder.end(tape, at);
    }

    String own(String name) {
        return own.get(name);
    }

    String described(String name) {
        return description.get(name);
    }

    /// When it last changed, where it says so.
    OptionalLong updated() {
        return ConsoleTime.readable(own("updated_time"), own("updated_std"), own("updated"));
    }

    ShownEvents shownEvents() {
        ShownEvents.Claim claim =
                new ShownEvents.Claim(described("events_count"), described("events_list"), described("created"));
        return new ShownEvents(events.count(), events.span(), claim);
    }

    @Override
    public void scalar(String name, JsonParser parser) {
        own.scalar(name, parser);
    }

    @Override
    public Members object(String name) {
        return name.equals("description") ? description : NONE;
    }

    private final class Description extends Texts {

        Description() {
            super(DESCRIBED);
        }

        @Override
        public boolean list(String name, JsonParser parser) throws IOException {
            if (!name.equals("events")) {
                return false;
            }
            remainder.leaveOut(tape, Json.start(parser));
            events.read(parser, tape);
            remainder.goOn(Json.end(parser));
            return true;
        }
    }
}
