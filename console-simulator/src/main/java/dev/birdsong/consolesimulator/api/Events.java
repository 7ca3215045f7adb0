// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Happening;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.Event;
import dev.birdsong.consolesimulator.settings.Switches.EventLimit;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Writes the events of an incident, all of them or those that a request leaves.
final class Events {

    private record Same(long salt, long time) {}

    private Events() {}

    /// The times of all events, separated by commas.
    static void times(JsonOut out, IncidentView view) throws IOException {
        out.raw('"');
        boolean first = true;
        for (Happening happening : view.incident().happenings()) {
            for (int i = 0; i < happening.count(); i++) {
                if (!first) {
                    out.raw(',');
                }
                first = false;
                out.number(happening.time(i));
            }
        }
        out.raw('"');
    }

    static void list(JsonOut out, IncidentView view) throws IOException {
        BitSet shown = shown(view.incident(), view.rendering());
        out.raw('[');
        boolean first = true;
        int position = 0;
        for (Happening happening : view.incident().happenings()) {
            for (int i = 0; i < happening.count(); i++, position++) {
                if (shown.get(position)) {
                    if (!first) {
                        out.raw(',');
                    }
                    first = false;
                    one(out, view, happening, i, position);
                }
            }
        }
        out.raw(']');
    }

    private static void one(JsonOut out, IncidentView view, Happening happening, int number, int position)
            throws IOException {
        switch (happening) {
            case Happening.Given given -> out.ascii(given.json());
            case Happening.Burst burst -> {
                var attack = view.attack();
                long draw = Draws.of(attack.draw(), 1_000 + burst.salt(number));
                boolean enriched = position < view.incident().enriched();
                boolean hostile = view.rendering().switches().hostile();
                var order = view.rendering().order();
                var event = new Event(attack, draw, burst.time(number), enriched, hostile, order);
                attack.kind().event().write(out, event, order);
            }
        }
    }

    private static BitSet shown(Incident incident, Rendering rendering) {
        int count = incident.eventCount();
        var shown = new BitSet(count);
        shown.set(0, count);
        if (rendering.shrink()) {
            dropDuplicates(incident, shown);
        }
        int over = shown.cardinality() - rendering.eventLimit();
        return over > 0 ? cut(shown, over, rendering.switches().eventLimitKeeps()) : shown;
    }

    private static void dropDuplicates(Incident incident, BitSet shown) {
        Set<Object> seen = new HashSet<>();
        int position = 0;
        for (Happening happening : incident.happenings()) {
            for (int i = 0; i < happening.count(); i++, position++) {
                Object same = happening instanceof Happening.Given given
                        ? given.json()
                        : new Same(happening.salt(i), happening.time(i));
                shown.set(position, seen.add(same));
            }
        }
    }

    private static BitSet cut(BitSet shown, int over, EventLimit keeps) {
        for (int i = 0; i < over; i++) {
            shown.clear(keeps == EventLimit.FIRST ? shown.length() - 1 : shown.nextSetBit(0));
        }
        return shown;
    }
}
