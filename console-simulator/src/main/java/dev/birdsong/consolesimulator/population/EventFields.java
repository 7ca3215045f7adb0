// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Pool;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.json.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The members of which events are made.
final class EventFields {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private EventFields() {}

    /// One of some texts, or something hostile.
    static Field<Event> pick(String key, Pool pool) {
        return Field.of(key, (out, event) -> typed(out, event, event.draw(key), pool));
    }

    /// The same for all events of an attack: one of some texts, or something hostile.
    static Field<Event> steady(String key, Pool pool) {
        return Field.of(key, (out, event) -> typed(out, event, event.attackDraw(key), pool));
    }

    private static void typed(JsonOut out, Event event, long draw, Pool pool) throws IOException {
        out.raw(event.hurts(draw) ? Hostile.pool(draw).json(Draws.of(draw, 3)) : pool.json(draw));
    }

    /// The same for all events of an attack, and nothing that an attacker can choose.
    static Field<Event> own(String key, Pool pool) {
        return Field.of(key, (out, event) -> out.raw(pool.json(event.attackDraw(key))));
    }

    static Field<Event> fixed(String key, String text) {
        byte[] json = Pool.encode(text);
        return Field.of(key, (out, _) -> out.raw(json));
    }

    static Field<Event> number(String key, int... choices) {
        return Field.of(key, (out, event) -> out.number(choices[Draws.below(choices.length, event.draw(key))]));
    }

    /// A number as text, from 0 to `bound` - 1.
    static Field<Event> digits(String key, int bound) {
        return Field.of(key, (out, event) -> {
            out.raw('"');
            out.number(Draws.below(bound, event.draw(key)));
            out.raw('"');
        });
    }

    static Field<Event> hex(String key, int digits) {
        return Field.of(key, (out, event) -> {
            out.raw('"');
            for (int i = 0; i < digits; i++) {
                out.raw(HEX[(int) (Draws.of(event.draw(key), i) & 15)]);
            }
            out.raw('"');
        });
    }

    static Field<Event> object(String key, List<Field<Event>> fields) {
        Shape<Event> shape = Shape.of(fields);
        return Field.of(key, (out, event) -> shape.write(out, event, event.order()));
    }

    static Field<Event> nothing(String key) {
        return Field.of(key, (out, _) -> out.ascii("{}"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static List<Field<Event>> timed(Field<Event>... fields) {
        return timed(List.of(fields));
    }

    /// Members together with the event's own time.
    static List<Field<Event>> timed(List<Field<Event>> fields) {
        List<Field<Event>> all = new ArrayList<>(fields);
        all.add(Field.of("timestamp", (out, event) -> out.number(event.time())));
        all.add(Field.of("timestamp_std", (out, event) -> Times.std(out, event.time())));
        return all;
    }
}
