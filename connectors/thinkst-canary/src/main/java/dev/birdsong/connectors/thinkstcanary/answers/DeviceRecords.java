// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.connectors.thinkstcanary.answers.PlainElements.Element;
import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the records of devices: what a round saw, and what there is.
final class DeviceRecords {

    static final String MSG_CLASS = "canary_devices";

    static final Set<String> WANTED = Set.of(
            "id",
            "node_id",
            "device_id",
            "name",
            "ip_address",
            "public_ip",
            "mac_address",
            "mac",
            "first_seen",
            "first_seen_std",
            "last_seen",
            "last_seen_std",
            "last_heartbeat",
            "updated_timestamp");

    /// Fields of assets whose lists grow with each address that a device had.
    static final List<String> UNITED = List.of("ips", "macs", "names");

    private static final List<String> IDS = List.of("id", "node_id", "device_id");

    private final Origin origin;
    private final long roundStart;
    private final Interflow interflow;

    DeviceRecords(Origin origin, long roundStart) {
        this.origin = origin;
        this.roundStart = roundStart;
        this.interflow = new Interflow(origin, MSG_CLASS);
    }

    static String id(Element device) {
        return device.texts().first(IDS);
    }

    LakeRecord snapshot(Element device) {
        String id = RecordId.of(origin, "device", id(device), Long.toString(roundStart));
        begin(device, "device");
        return record(Index.SYSLOG, id, device, interflow.end(new Said("device", device.json())), List.of());
    }

    LakeRecord asset(Element device) {
        String id = RecordId.of(origin, "asset", id(device));
        begin(device, "asset");
        interflow.text("device_id", id(device));
        time("first_seen", device, "first_seen_std", "first_seen");
        time("last_seen", device, "last_seen_std", "last_seen", "last_heartbeat", "updated_timestamp");
        list("ips", texts(device, "ip_address", "public_ip").filter(Address::isIp));
        list("macs", texts(device, "mac_address", "mac").filter(DeviceRecords::isMac));
        list("names", texts(device, "name"));
        return record(Index.ASSETS, id, device, interflow.end(new Said("device", device.json())), UNITED);
    }

    private void begin(Element device, String recordType) {
        interflow
                .begin(roundStart, recordType)
                .text("hostname", device.texts().get("name"))
                .ip("hostip", device.texts().get("ip_address"));
    }

    private LakeRecord record(Index index, String id, Element device, Document document, List<String> united) {
        RecordKey key = new RecordKey(index, origin.tenantId(), id, roundStart);
        var subject = new Subject(origin.sourceKey(), "devices", Subject.number(id(device)), 0);
        return new LakeRecord(key, new Version(0, roundStart), device.fingerprint(), document, united, subject);
    }

    private void time(String field, Element device, String... names) {
        OptionalLong time = texts(device, names)
                .map(ConsoleTime::millis)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        time.ifPresent(millis -> interflow.number(field, millis));
    }

    private void list(String field, Stream<String> values) {
        Bytes list = new Bytes().add('[');
        values.distinct()
                .forEach(value -> list.add(list.length() > 1 ? "," : "").addQuoted(value));
        if (list.length() > 1) {
            interflow.json(field, list.add(']').document());
        }
    }

    private static Stream<String> texts(Element device, String... names) {
        return Stream.of(names).map(device.texts()::get).filter(text -> !text.isBlank());
    }

    /// All zeros stand where the console knows no address.
    private static boolean isMac(String text) {
        return text.chars().anyMatch(c -> c != '0' && c != ':' && c != '-' && c != '.');
    }
}
