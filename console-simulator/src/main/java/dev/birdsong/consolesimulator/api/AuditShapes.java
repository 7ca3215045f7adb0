// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.AuditRecord;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.json.Times;
import dev.birdsong.consolesimulator.population.Auditing;
import java.util.List;
import java.util.function.LongFunction;

/// What an audit record looks like.
final class AuditShapes {

    static final Shape<AuditRecord> RECORD = Shape.of(List.of(
            Field.text("action_type", AuditRecord::action),
            Field.of("additional_information", (out, _) -> out.nothing()),
            ofFlock("flock_id", draw -> Auditing.flock(draw).id()),
            ofFlock("flock_name", draw -> Auditing.flock(draw).name()),
            Field.of("id", (out, entry) -> out.number(entry.id())),
            Field.text("message", entry -> Auditing.message(entry.action(), entry.subject(), entry.draw())),
            Field.of("timestamp", (out, entry) -> Times.std(out, entry.time())),
            Field.text("user", entry -> Auditing.user(entry.draw())),
            Field.text("user_access_route", _ -> ""),
            Field.text("user_browser_agent", entry -> Auditing.agent(entry.draw())),
            Field.text("user_browser_language", entry -> Auditing.language(entry.draw())),
            Field.text("user_ip", entry -> Auditing.address(entry.draw()))));

    private AuditShapes() {}

    /// Signing in concerns no flock.
    private static Field<AuditRecord> ofFlock(String key, LongFunction<String> text) {
        return Field.of(key, (out, entry) -> {
            if (entry.action().equals("user_login")) {
                out.nothing();
            } else {
                out.string(text.apply(entry.draw()));
            }
        });
    }
}
