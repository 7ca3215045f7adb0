// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.population.Attack;
import dev.birdsong.consolesimulator.population.Hashes;
import java.io.IOException;

/// An incident while it is written.
record IncidentView(Incident incident, String id, Rendering rendering) {

    static IncidentView of(Incident incident, Rendering rendering) {
        return new IncidentView(incident, incident.id(), rendering);
    }

    Attack attack() {
        return incident.attack();
    }

    String hashId() {
        return Hashes.hashId(id);
    }

    boolean ofBird() {
        return !incident.ofToken();
    }

    /// The log type, which for a roll-back depends on the console.
    int logtype() {
        int logtype = attack().kind().logtype();
        return logtype == 22001 ? rendering.switches().rollbackLogtype() : logtype;
    }

    /// Writes a number as this console does: as text, or natively.
    void number(JsonOut out, long value) throws IOException {
        if (rendering.switches().nativeTypes()) {
            out.number(value);
        } else {
            out.raw('"');
            out.number(value);
            out.raw('"');
        }
    }

    /// Writes a truth as this console does: as text, or natively.
    void truth(JsonOut out, boolean value) throws IOException {
        if (rendering.switches().nativeTypes()) {
            out.bool(value);
        } else {
            out.ascii(value ? "\"True\"" : "\"False\"");
        }
    }
}
