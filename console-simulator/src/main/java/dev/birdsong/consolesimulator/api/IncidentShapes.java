// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.json.Times;
import dev.birdsong.consolesimulator.population.Draws;
import dev.birdsong.consolesimulator.population.Kind;
import dev.birdsong.consolesimulator.population.Sensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What an incident looks like, in the feeds and when it is fetched alone.
final class IncidentShapes {

    private static final Shape<IncidentView> DESCRIPTION = Shape.of(description());

    static final Shape<IncidentView> IN_FEED = Shape.of(List.of(
            Field.of(
                    "description",
                    (out, v) -> DESCRIPTION.write(out, v, v.rendering().order())),
            Field.text("hash_id", IncidentView::hashId),
            Field.text("id", IncidentView::id),
            Field.text("summary", v -> v.attack().kind().summary()),
            Field.of("updated", (out, v) -> Times.http(out, v.incident().updatedTime())),
            Field.of("updated_id", (out, v) -> out.number(v.incident().updatedId())),
            Field.of("updated_std", (out, v) -> Times.std(out, v.incident().updatedTime())),
            Field.of("updated_time", (out, v) -> {
                out.raw('"');
                out.number(v.incident().updatedTime());
                out.raw('"');
            })));

    static final Shape<IncidentView> ALONE = Shape.of(alone());

    private IncidentShapes() {}

    private static List<Field<IncidentView>> alone() {
        var fields = new ArrayList<>(description());
        fields.add(Field.text("id", IncidentView::id));
        return fields;
    }

    private static List<Field<IncidentView>> description() {
        var fields = new ArrayList<Field<IncidentView>>();
        fields.addAll(state());
        fields.addAll(place());
        fields.addAll(source());
        return fields;
    }

    private static List<Field<IncidentView>> state() {
        return List.of(
                Field.of("acknowledged", (out, v) -> v.truth(out, v.incident().acknowledged())),
                Field.of("created", (out, v) -> v.number(out, v.incident().created())),
                Field.of("created_std", (out, v) -> Times.std(out, v.incident().created())),
                Field.text("description", v -> v.attack().kind().summary()),
                Field.of("events", Events::list),
                Field.of("events_count", (out, v) -> v.number(out, v.incident().eventCount())),
                Field.of("events_list", Events::times),
                Field.of("local_time", (out, v) -> localTime(out, v)),
                Field.of("logtype", (out, v) -> v.number(out, v.logtype())),
                Field.of("matched_annotations", IncidentShapes::annotations),
                Field.of("notified", (out, v) -> v.truth(out, false)));
    }

    private static void localTime(JsonOut out, IncidentView view) throws IOException {
        boolean token = view.incident().ofToken();
        long lag = token ? 0 : view.attack().lag();
        Times.local(out, view.incident().created() - lag, token);
    }

    private static void annotations(JsonOut out, IncidentView view) throws IOException {
        boolean matched = Draws.below(50, Draws.of(view.attack().draw(), 15)) == 0;
        out.ascii(
                matched
                        ? "{\"known_scanner\":[\"Comes from the vulnerability scanner\",\"https://help.example/scanners\"]}"
                        : "{}");
    }

    private static List<Field<IncidentView>> place() {
        return List.of(
                Field.text("dst_host", v -> v.attack().sensor().address()),
                Field.of("dst_port", (out, v) -> v.number(out, v.attack().port())),
                Field.text("flock_id", v -> v.attack().sensor().flock().id()),
                Field.text("flock_name", v -> v.attack().sensor().flock().name()),
                Field.<IncidentView>text("ip_address", _ -> "").when(IncidentView::ofBird),
                Field.<IncidentView>text("ippers", _ -> "").when(IncidentView::ofBird),
                Field.<IncidentView>text("mac_address", _ -> "").when(IncidentView::ofBird),
                Field.<IncidentView>text("memo", IncidentShapes::memo)
                        .when(v -> v.incident().ofToken()),
                Field.text("name", v -> v.attack().sensor().name()),
                Field.text("node_id", v -> v.attack().sensor().nodeId()));
    }

    private static String memo(IncidentView view) {
        return view.attack().sensor() instanceof Sensor.Token token ? token.memo() : "";
    }

    private static List<Field<IncidentView>> source() {
        return List.of(
                Field.text("src_host", v -> v.attack().source()),
                Field.<IncidentView>text("src_host_reverse", v -> v.attack().reverse())
                        .when(IncidentView::ofBird),
                Field.of("src_port", (out, v) -> v.number(out, v.attack().sourcePort())),
                Field.<IncidentView>text("dst_host_public_ip", _ -> "")
                        .when(v -> v.attack().kind().target() == Kind.Target.BIRD));
    }
}
