// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.json.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// An answer of a device feed.
record DeviceFeed(String name, List<Device> devices, Rendering rendering) {

    private static final Shape<DeviceFeed> SHAPE = Shape.of(fields());

    private static List<Field<DeviceFeed>> fields() {
        var fields = new ArrayList<Field<DeviceFeed>>();
        fields.add(Field.of("devices", (out, feed) -> feed.writeDevices(out)));
        fields.add(Field.of("feed", (out, feed) -> out.string(feed.name)));
        fields.add(Field.of("result", (out, _) -> out.string("success")));
        fields.addAll(FeedTimes.of(DeviceFeed::updated));
        return fields;
    }

    private OptionalLong updated() {
        return devices.stream().mapToLong(Device::lastSeen).max();
    }

    void write(JsonOut out) throws IOException {
        SHAPE.write(out, this, rendering.order());
    }

    private void writeDevices(JsonOut out) throws IOException {
        out.list(devices.iterator(), (_, device) -> {
            rendering.damage().begin(out, () -> device.bird().nodeId());
            DeviceShapes.DEVICE.write(out, new DeviceView(device, rendering.switches()), rendering.order());
        });
    }
}
