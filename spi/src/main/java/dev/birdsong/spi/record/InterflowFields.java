// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import static dev.birdsong.spi.record.FieldType.DATE;
import static dev.birdsong.spi.record.FieldType.IP;
import static dev.birdsong.spi.record.FieldType.LONG;
import static dev.birdsong.spi.record.FieldType.TEXT;

import java.util.List;

/// The fields that every record has, whatever the connector type, and the standard ones that it may have.
public final class InterflowFields {

    /// Given by the lake: never part of a record's document.
    public static final List<Field> GIVEN_BY_LAKE = List.of(
            new Field("_id", TEXT, "hash of the record's identity", "q1Nf0bT3Zx0l1eYbHc2m4w"),
            new Field("_index", TEXT, "the partition", "aella-syslog-2026.11"),
            new Field("write_time", DATE, "when the lake stored this state", "1764012345678"),
            new Field("revision", LONG, "how often the record was replaced", "0"));

    /// Given to every record by its connector.
    public static final List<Field> COMMON = List.of(
            new Field("timestamp", DATE, "when it happened", "1762757102000"),
            new Field("tenantid", TEXT, "the tenant", "local"),
            new Field("tenant_name", TEXT, "the tenant's name", "Default"),
            new Field("connector_id", TEXT, "the connector", "local"),
            new Field("connector_name", TEXT, "the connector's name", "1234abcd.canary.tools"),
            new Field("msg_class", TEXT, "the content type", "canary_incidents"),
            new Field("msg_origin.vendor", TEXT, "the connector type", "thinkst_canary"),
            new Field("msg_origin.source", TEXT, "the connector type", "thinkst_canary"),
            new Field("msg_origin.category", TEXT, "the connector type's category", "honeypot"),
            new Field("msg_origin.processor.name", TEXT, "the connector type", "thinkst_canary"),
            new Field("msg_origin.processor.type", TEXT, "fixed", "log_collector"),
            new Field("record_type", TEXT, "what the record is", "event"));

    /// Standard Interflow fields, filled where the source has them.
    public static final List<Field> STANDARD = List.of(
            new Field("srcip", IP, "who acted", "10.20.30.40"),
            new Field("srcport", LONG, "their port", "55202"),
            new Field("srcip_host", TEXT, "their host name", "laptop.example"),
            new Field("dstip", IP, "what was touched", "192.168.50.220"),
            new Field("dstport", LONG, "its port", "22"),
            new Field("hostname", TEXT, "its name", "files-01"),
            new Field("hostip", IP, "its address, for a device", "192.168.50.220"),
            new Field("username", TEXT, "the name they used", "root"),
            new Field("event_name", TEXT, "what happened", "SSH Login Attempt"),
            new Field("event_class", TEXT, "attack, operational, test or unclassified", "attack"),
            new Field("severity", TEXT, "critical, high, medium, low or info", "high"),
            new Field("mitre.technique.id", TEXT, "MITRE ATT&CK technique", "T1110"),
            new Field("mitre.technique.name", TEXT, "its name", "Brute Force"));

    /// All of them.
    public static final Schema SCHEMA = Schema.of(GIVEN_BY_LAKE).with(COMMON).with(STANDARD);

    private InterflowFields() {}
}
