// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.AuditBook;
import dev.birdsong.consolesimulator.book.AuditRecord;
import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.book.IncidentBook;
import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/// Lists every fact that a console holds, each once, to compare with: a line of JSON for each, and a summary.
public final class Truth {

    private record Line<T>(T fact, Rendering rendering, boolean brief) {

        boolean whole() {
            return !brief;
        }
    }

    private record Summary(long incidents, long events, long audit, long devices, long hidden, long maxUpdatedId) {}

    private static final Shape<Line<IncidentView>> INCIDENT = Shape.of(List.of(
            Field.text("kind", _ -> "incident"),
            Field.text("id", line -> line.fact().id()),
            Field.of(
                    "updated_id",
                    (out, line) -> out.number(line.fact().incident().updatedId())),
            Field.of(
                    "events_count",
                    (out, line) -> out.number(line.fact().incident().eventCount())),
            Field.<Line<IncidentView>>of(
                            "incident",
                            (out, line) -> IncidentShapes.IN_FEED.write(
                                    out, line.fact(), line.rendering().order()))
                    .when(Line::whole)));
    private static final Shape<Line<AuditRecord>> AUDIT = Shape.of(List.of(
            Field.text("kind", _ -> "audit"),
            Field.of("id", (out, line) -> out.number(line.fact().id())),
            Field.<Line<AuditRecord>>of(
                            "audit",
                            (out, line) -> AuditShapes.RECORD.write(
                                    out, line.fact(), line.rendering().order()))
                    .when(Line::whole)));
    private static final Shape<Line<Device>> DEVICE = Shape.of(List.of(
            Field.text("kind", _ -> "device"),
            Field.text("id", line -> line.fact().bird().nodeId()),
            Field.<Line<Device>>of(
                            "device",
                            (out, line) -> DeviceShapes.DEVICE.write(
                                    out,
                                    new DeviceView(line.fact(), line.rendering().switches()),
                                    line.rendering().order()))
                    .when(Line::whole)));
    private static final Shape<Summary> SUMMARY = Shape.of(List.of(
            Field.text("kind", _ -> "summary"),
            Field.of("incidents", (out, sum) -> out.number(sum.incidents())),
            Field.of("events", (out, sum) -> out.number(sum.events())),
            Field.of("audit", (out, sum) -> out.number(sum.audit())),
            Field.of("devices", (out, sum) -> out.number(sum.devices())),
            Field.of("hidden", (out, sum) -> out.number(sum.hidden())),
            Field.of("max_updated_id", (out, sum) -> out.number(sum.maxUpdatedId()))));

    private final Console console;

    public Truth(Console console) {
        this.console = console;
    }

    /// Answers `GET /_truth`, with `kind=incident`, `audit` or `device` for one kind, and `brief=true` for ids and
    /// counts only.
    public void answer(Request request, Reply reply) throws IOException {
        String kind = request.parameter("kind").orElse("");
        boolean brief = request.parameter("brief").filter("true"::equals).isPresent();
        if (!List.of("", "incident", "audit", "device").contains(kind)) {
            Envelope.error(reply, 400, "kind must be incident, audit or device");
            return;
        }
        try (OutputStream body = reply.begin(200, "application/x-ndjson")) {
            var out = new JsonOut(body);
            write(out, kind, brief);
            out.flush();
        }
    }

    private void write(JsonOut out, String kind, boolean brief) throws IOException {
        Rendering rendering = Rendering.whole(console.switches());
        IncidentBook incidents = console.incidents();
        AuditBook audit = console.audit();
        List<Device> devices = console.devices();
        long events = 0;
        if (kind.isEmpty() || kind.equals("incident")) {
            events = incidents(out, incidents, rendering, brief);
        }
        if (kind.isEmpty() || kind.equals("audit")) {
            lines(out, AUDIT, audit.ascending(0), rendering, brief);
        }
        if (kind.isEmpty() || kind.equals("device")) {
            lines(out, DEVICE, devices.iterator(), rendering, brief);
        }
        var summary = new Summary(
                incidents.size(), events, audit.size(), devices.size(), console.hidden(), incidents.maxUpdatedId());
        SUMMARY.write(out, summary, rendering.order());
        out.raw('\n');
    }

    private static long incidents(JsonOut out, IncidentBook book, Rendering rendering, boolean brief)
            throws IOException {
        long events = 0;
        for (Iterator<Incident> all = book.ascending(0); all.hasNext(); ) {
            Incident incident = all.next();
            events += incident.eventCount();
            var line = new Line<>(IncidentView.of(incident, rendering), rendering, brief);
            INCIDENT.write(out, line, rendering.order());
            out.raw('\n');
        }
        return events;
    }

    private static <T> void lines(
            JsonOut out, Shape<Line<T>> shape, Iterator<T> facts, Rendering rendering, boolean brief)
            throws IOException {
        while (facts.hasNext()) {
            shape.write(out, new Line<>(facts.next(), rendering, brief), rendering.order());
            out.raw('\n');
        }
    }
}
