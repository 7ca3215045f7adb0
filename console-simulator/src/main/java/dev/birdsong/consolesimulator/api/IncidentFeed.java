// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.book.IncidentFilter.State;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.settings.Switches;
import dev.birdsong.consolesimulator.settings.Switches.CursorMember;
import dev.birdsong.consolesimulator.settings.Switches.EmptyList;
import dev.birdsong.consolesimulator.settings.Switches.MaxUpdatedId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// An answer of an incident feed.
///
/// @param greatest the greatest `updated_id` of the console
record IncidentFeed(State state, IncidentPage page, long greatest, Rendering rendering, CursorLinks links) {

    private static final Shape<IncidentFeed> SHAPE = Shape.of(fields());
    private static final Shape<IncidentFeed> NULLS =
            Shape.of(List.of(nothing("next"), nothing("next_link"), nothing("prev"), nothing("prev_link")));
    private static final Shape<IncidentFeed> LINKS = Shape.of(List.of(
            Field.optional("next", feed -> feed.page.next().map(feed::cursor)),
            Field.optional(
                    "next_link", feed -> feed.page.next().map(feed::cursor).map(feed.links::to)),
            Field.optional("prev", feed -> feed.page.previous().map(feed::cursor)),
            Field.optional(
                    "prev_link", feed -> feed.page.previous().map(feed::cursor).map(feed.links::to))));

    void write(JsonOut out) throws IOException {
        SHAPE.write(out, this, rendering.order());
    }

    private static Field<IncidentFeed> nothing(String key) {
        return Field.of(key, (out, _) -> out.nothing());
    }

    private static List<Field<IncidentFeed>> fields() {
        var fields = new ArrayList<Field<IncidentFeed>>();
        fields.add(Field.<IncidentFeed>of("cursor", (out, feed) -> feed.writeCursor(out))
                .when(feed -> feed.cursorMember() != CursorMember.ABSENT));
        fields.add(Field.of("feed", (out, feed) -> out.string(feed.name())));
        fields.add(Field.<IncidentFeed>of("incidents", (out, feed) -> feed.writeIncidents(out))
                .when(feed -> !feed.isEmpty() || feed.switches().emptyIncidents() != EmptyList.ABSENT));
        fields.add(Field.<IncidentFeed>of("max_updated_id", (out, feed) -> feed.writeGreatest(out))
                .when(IncidentFeed::tellsGreatest));
        fields.add(Field.of("result", (out, _) -> out.string("success")));
        fields.addAll(FeedTimes.of(IncidentFeed::updated));
        return fields;
    }

    private OptionalLong updated() {
        return page.newest().stream().mapToLong(Incident::updatedTime).findFirst();
    }

    private Switches switches() {
        return rendering.switches();
    }

    private String name() {
        return switch (state) {
            case ALL -> "All Incidents";
            case ACKNOWLEDGED -> "Acknowledged Incidents";
            case UNACKNOWLEDGED -> "Unacknowledged Incidents";
        };
    }

    private boolean isEmpty() {
        return page.newest().isEmpty();
    }

    private CursorMember cursorMember() {
        if (!page.paged()) {
            return switches().unpagedCursor();
        }
        return page.next().isPresent() ? CursorMember.NULLS : switches().lastPageCursor();
    }

    private void writeCursor(JsonOut out) throws IOException {
        if (cursorMember() == CursorMember.NULL) {
            out.nothing();
        } else {
            boolean linked = page.next().isPresent() || page.previous().isPresent();
            (linked ? LINKS : NULLS).write(out, this, rendering.order());
        }
    }

    private String cursor(IncidentCursor cursor) {
        return links.give(cursor.encode(state));
    }

    private boolean tellsGreatest() {
        return switch (switches().maxUpdatedId()) {
            case PAGE -> !isEmpty();
            case PAGE_OR_NULL, CONSOLE, NULL -> true;
            case ABSENT -> false;
        };
    }

    private void writeGreatest(JsonOut out) throws IOException {
        MaxUpdatedId told = switches().maxUpdatedId();
        if (told == MaxUpdatedId.CONSOLE) {
            out.number(greatest);
        } else if (isEmpty() || told == MaxUpdatedId.NULL) {
            out.nothing();
        } else {
            out.number(page.newest().orElseThrow().updatedId());
        }
    }

    private void writeIncidents(JsonOut out) throws IOException {
        if (isEmpty() && switches().emptyIncidents() == EmptyList.NULL) {
            out.nothing();
            return;
        }
        out.list(page.incidents().get(), (_, incident) -> {
            IncidentView view = IncidentView.of(incident, rendering);
            rendering.damage().begin(out, view::id);
            IncidentShapes.IN_FEED.write(out, view, rendering.order());
        });
    }
}
