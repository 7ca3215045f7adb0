// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Shape;
import dev.birdsong.consolesimulator.json.Times;
import dev.birdsong.consolesimulator.population.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a device looks like.
final class DeviceShapes {

    static final Shape<DeviceView> DEVICE = Shape.of(Stream.of(names(), network(), times(), flags(), blanks())
            .flatMap(List::stream)
            .toList());

    private DeviceShapes() {}

    private static Field<DeviceView> flag(String key, Predicate<DeviceView> flag) {
        return Field.of(key, (out, view) -> out.bool(flag.test(view)));
    }

    private static List<Field<DeviceView>> names() {
        return List.of(
                Field.text("id", v -> v.device().bird().nodeId()),
                Field.text("name", v -> v.device().name()),
                Field.text("description", DeviceView::place),
                Field.text("location", DeviceView::place),
                Field.text("ippers", v -> Places.personality(v.device().bird())),
                Field.text("personality", v -> Places.personality(v.device().bird())),
                Field.text("sensor", _ -> "thinkstcanary"),
                Field.text("version", v -> Places.version(v.device().bird())),
                Field.<DeviceView>text(
                                "flock_id", v -> v.device().bird().flock().id())
                        .when(v -> v.switches().deviceFlock()));
    }

    private static List<Field<DeviceView>> network() {
        return List.of(
                Field.text("ip_address", v -> v.device().address()),
                Field.text("mac_address", DeviceView::macAddress),
                Field.text("netmask", _ -> "24"),
                Field.text("subnet", DeviceView::subnet));
    }

    private static List<Field<DeviceView>> times() {
        return List.of(
                Field.of("first_seen", (out, v) -> Times.script(out, v.device().firstSeen())),
                Field.of("first_seen_std", (out, v) -> Times.std(out, v.device().firstSeen())),
                Field.of("last_seen", (out, v) -> Times.script(out, v.device().lastSeen())),
                Field.of("last_seen_std", (out, v) -> Times.std(out, v.device().lastSeen())),
                Field.of("local_time", (out, v) -> Times.local(out, v.device().lastSeen() - 7, false)),
                Field.of("updated", (out, v) -> Times.http(out, v.device().lastSeen())),
                Field.of("updated_std", (out, v) -> Times.std(out, v.device().lastSeen())),
                Field.of("updated_timestamp", (out, v) -> out.number(v.device().lastSeen())),
                Field.of("uptime", (out, v) -> out.number(v.uptime())),
                Field.text("uptime_age", DeviceView::uptimeAge));
    }

    private static List<Field<DeviceView>> flags() {
        return List.of(
                flag("live", v -> v.device().live()),
                flag("ignore_notifications", _ -> false),
                flag("ignore_notifications_disconnects", _ -> false),
                flag("ignore_notifications_reconnects", _ -> false),
                flag("outside_bird", _ -> false));
    }

    private static List<Field<DeviceView>> blanks() {
        var fields = new ArrayList<Field<DeviceView>>();
        for (String key : List.of(
                "gcp_project", "gcp_zone", "instance_id", "region_id", "migration_status", "note", "public_ip")) {
            fields.add(Field.text(key, _ -> ""));
        }
        return fields;
    }
}
