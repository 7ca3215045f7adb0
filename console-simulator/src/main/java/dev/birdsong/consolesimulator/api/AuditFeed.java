// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.AuditRecord;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Shape;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An answer of the audit trail.
record AuditFeed(
        Supplier<Iterator<AuditRecord>> records,
        int page,
        int pages,
        Optional<String> next,
        Optional<String> previous,
        Rendering rendering) {

    private static final Shape<AuditFeed> CURSOR =
            Shape.of(List.of(Field.optional("next", AuditFeed::next), Field.optional("prev", AuditFeed::previous)));
    private static final Shape<AuditFeed> SHAPE = Shape.of(List.of(
            Field.of("audit_trail", (out, feed) -> feed.writeRecords(out)),
            Field.of("cursor", (out, feed) -> CURSOR.write(out, feed, feed.rendering.order())),
            Field.of("page_count", (out, feed) -> out.number(feed.pages)),
            Field.of("page_number", (out, feed) -> out.number(feed.page)),
            Field.of("result", (out, _) -> out.string("success"))));

    void write(JsonOut out) throws IOException {
        SHAPE.write(out, this, rendering.order());
    }

    private void writeRecords(JsonOut out) throws IOException {
        out.list(records.get(), (_, entry) -> {
            rendering.damage().begin(out, () -> String.valueOf(entry.id()));
            AuditShapes.RECORD.write(out, entry, rendering.order());
        });
    }
}
