// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.AuditFilter;
import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.settings.Switches.AfterId;
import dev.birdsong.consolesimulator.settings.Switches.CursorTarget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the API tells of the audit trail and of devices.
record OtherRoutes(Console console, Cursors cursors) {

    private static final int DEFAULT_LIMIT = 100;

    void audit(Call call) throws IOException {
        call.answer(auditFeed(call), (out, feed) -> feed.write(out));
    }

    private AuditFeed auditFeed(Call call) {
        Optional<String> cursor = call.request().parameter("cursor");
        if (cursor.isPresent()) {
            return afterCursor(call, cursor.get());
        }
        long after = call.parameters().number("after_id", 0);
        int limit = call.parameters().count("limit").orElse(DEFAULT_LIMIT);
        AuditPaging paging = paging(call, after);
        return call.switches().ignoreLimit()
                ? paging.everything(call.rendering())
                : paging.first(Limits.cut(limit, call.switches()), call.rendering());
    }

    private AuditFeed afterCursor(Call call, String cursor) {
        AfterId reading = call.switches().afterId();
        if (reading == AfterId.REFUSED && call.request().parameter("after_id").isPresent()) {
            throw new Refusal(400, "Parameters after_id and cursor cannot be used together.");
        }
        cursors.check(cursor, call.switches().cursorLifetime());
        List<Long> numbers = AuditPaging.decode(cursor);
        long after = reading == AfterId.KEPT && numbers.size() > 6 ? numbers.getLast() : 0;
        return paging(call, after).at(numbers, call.rendering());
    }

    private AuditPaging paging(Call call, long after) {
        var parameters = call.parameters();
        var filter = new AuditFilter(
                after,
                parameters.text("action_filter"),
                parameters.text("search_term"),
                parameters.day("start_date", 0, Long.MIN_VALUE),
                parameters.day("end_date", 1, Long.MAX_VALUE));
        boolean byOffset = call.switches().cursorPointsAt() == CursorTarget.OFFSET;
        boolean keepsAfter = call.switches().afterId() == AfterId.KEPT;
        return new AuditPaging(console.audit(), filter, byOffset, keepsAfter, cursors::give);
    }

    void purge(Call call) throws IOException {
        call.parameters().required("id");
        int purged = console.purge(call.parameters().number("id", 0));
        Envelope.send(call.reply(), 200, "msg", purged + " logs purged successfully", "result", "success");
    }

    void devices(Call call, String name, Predicate<Device> which) throws IOException {
        List<Device> devices = console.devices().stream().filter(which).toList();
        call.answer(new DeviceFeed(name, devices, call.rendering()), (out, feed) -> feed.write(out));
    }
}
