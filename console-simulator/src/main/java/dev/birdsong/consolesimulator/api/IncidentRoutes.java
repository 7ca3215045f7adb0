// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.book.IncidentBook;
import dev.birdsong.consolesimulator.book.IncidentFilter;
import dev.birdsong.consolesimulator.book.IncidentFilter.State;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.population.Hashes;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the API tells of incidents, and does to them.
record IncidentRoutes(Console console, String token, Cursors cursors) {

    private static final Shape<IncidentView> FETCHED = Shape.of(List.of(
            Field.of(
                    "incident",
                    (out, view) -> IncidentShapes.ALONE.write(
                            out, view, view.rendering().order())),
            Field.text("result", _ -> "success")));

    void feed(Call call, State state) throws IOException {
        IncidentBook book = console.incidents();
        IncidentPage page = page(call, book, filter(call, state));
        var links = new CursorLinks(call.request(), token, cursors);
        var feed = new IncidentFeed(state, page, book.maxUpdatedId(), call.rendering(), links);
        call.answer(feed, (out, what) -> what.write(out));
    }

    private IncidentPage page(Call call, IncidentBook book, IncidentFilter filter) {
        var paging = new IncidentPaging(book, filter, call.switches());
        Optional<String> cursor = call.request().parameter("cursor");
        if (cursor.isPresent()) {
            cursors.check(cursor.get(), call.switches().cursorLifetime());
            return paging.at(IncidentCursor.decode(cursor.get()));
        }
        Optional<Integer> limit = call.parameters().count("limit");
        if (limit.isEmpty() || call.switches().ignoreLimit()) {
            return paging.everything(limit.isPresent());
        }
        return paging.first(Limits.cut(limit.get(), call.switches()));
    }

    private IncidentFilter filter(Call call, State state) {
        Parameters parameters = call.parameters();
        String visible = console.visibleFlock();
        return new IncidentFilter(
                state,
                Math.clamp(parameters.number("incidents_since", 0), 0, IncidentBook.ENDLESS),
                parameters.moment("newer_than", Long.MIN_VALUE),
                parameters.moment("older_than", Long.MAX_VALUE),
                parameters.text("node_id"),
                visible.isEmpty() ? parameters.text("flock_id") : visible);
    }

    void fetch(Call call) throws IOException {
        Optional<Incident> found = call.request()
                .parameter("incident")
                .map(console::find)
                .orElseGet(() -> byHash(call.parameters().required("hash_id")));
        Incident incident = found.orElseThrow(IncidentRoutes::unknown);
        call.answer(
                IncidentView.of(incident, call.rendering()),
                (out, view) -> FETCHED.write(out, view, view.rendering().order()));
    }

    private Optional<Incident> byHash(String hash) {
        Iterator<Incident> all = console.incidents().descending(IncidentBook.ENDLESS);
        while (all.hasNext()) {
            Incident incident = all.next();
            if (Hashes.hashId(incident.id()).equals(hash)) {
                return Optional.of(incident);
            }
        }
        return Optional.empty();
    }

    private static Refusal unknown() {
        return new Refusal(404, "Incident not found");
    }

    void acknowledge(Call call, boolean acknowledged) throws IOException {
        String id = call.parameters().required("incident");
        if (!console.acknowledge(id, acknowledged)) {
            throw unknown();
        }
        done(call, acknowledged ? "acknowledged" : "unacknowledged", id);
    }

    void delete(Call call) throws IOException {
        String id = call.parameters().required("incident");
        Incident incident = console.find(id).orElseThrow(IncidentRoutes::unknown);
        if (!incident.acknowledged() && !call.parameters().truth("include_unacknowledged", false)) {
            throw new Refusal(400, "An incident must be acknowledged before it is deleted");
        }
        console.delete(id, false);
        done(call, "deleted", id);
    }

    private static void done(Call call, String action, String id) throws IOException {
        Envelope.send(call.reply(), 200, "action", action, "key", id, "result", "success");
    }
}
