// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Shape;
import java.util.List;

/// A kind of incident, as an analyst knows it.
///
/// @param idType the part of an incident's id that names the kind
/// @param weight how often it happens, beside the others
/// @param eventless whether it shows no events
public record Kind(
        int logtype,
        int weight,
        int port,
        String idType,
        String summary,
        Target target,
        Source source,
        Shape<Event> event,
        boolean eventless) {

    /// What is touched.
    public enum Target {
        BIRD,
        TOKEN,
        CONSOLE,
        FLOCK
    }

    /// What is known of where it came from. The id of what came by way of a `RESOLVER` does not name it.
    public enum Source {
        PEER,
        RESOLVER,
        PORTLESS,
        NONE
    }

    static Kind bird(int logtype, int weight, int port, String idType, String summary, List<Field<Event>> fields) {
        return new Kind(
                logtype, weight, port, idType, summary, Target.BIRD, Source.PEER, Shape.of(fields), fields.isEmpty());
    }

    static Kind token(int logtype, int weight, int port, List<Field<Event>> fields) {
        Source from = port == 53 ? Source.RESOLVER : Source.PEER;
        return new Kind(
                logtype,
                weight,
                port,
                "canarytoken",
                "Canarytoken triggered",
                Target.TOKEN,
                from,
                Shape.of(fields),
                false);
    }

    Kind at(Target other) {
        return new Kind(logtype, weight, port, idType, summary, other, source, event, eventless);
    }

    Kind from(Source other) {
        return new Kind(logtype, weight, port, idType, summary, target, other, event, eventless);
    }
}
