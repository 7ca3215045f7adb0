// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.Subject;
import java.util.List;

/// An incident that was read to its end.
///
/// @param texts what it says
/// @param json its bytes without its events
/// @param fingerprint hash of all that the console said of it
/// @param updatedId how new this state of it is
/// @param numbers stand for it and for its flock
record ReadIncident(Incident texts, Document json, String fingerprint, long updatedId, Numbers numbers) {

    /// @param thing [Subject#number] of its id
    /// @param flock of its flock's id
    record Numbers(long thing, long flock) {}

    private static final List<String> OWN = List.of("id", "hash_id", "summary");
    private static final List<String> DESCRIBED =
            List.of("created", "logtype", "src_host", "node_id", "name", "flock_id", "flock_name");

    String id() {
        return texts.own("id");
    }

    /// Of what its records tell.
    Subject subject(Origin origin) {
        return new Subject(origin.sourceKey(), "incidents", numbers.thing(), numbers.flock());
    }

    LogType logType() {
        return LogTypes.of(texts.described("logtype"));
    }

    long timestamp() {
        return ConsoleTime.first(
                texts.own("updated_time"),
                texts.own("updated_std"),
                texts.own("updated"),
                texts.described("created"),
                texts.described("created_std"));
    }

    /// What the record of each of its events says of it.
    Said besideEvents() {
        Bytes flat = new Bytes().add('{');
        OWN.forEach(name -> add(flat, name, texts.own(name)));
        DESCRIBED.forEach(name -> add(flat, name, texts.described(name)));
        return new Said("incident", flat.add('}').document());
    }

    private static void add(Bytes flat, String name, String value) {
        if (!value.isBlank()) {
            flat.add(flat.length() > 1 ? "," : "").addQuoted(name).add(':').addQuoted(value);
        }
    }
}
