// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Origin;

/// Writes records in Interflow form, one after the other: what all records have, then what this one has. A
/// field without a value is not created.
final class Interflow {

    private final Bytes out = new Bytes();
    private final byte[] common;

    Interflow(Origin origin, String msgClass) {
        Bytes bytes = new Bytes();
        member(bytes, "tenantid", origin.tenantId());
        member(bytes, "tenant_name", origin.tenantName());
        member(bytes, "connector_id", origin.connectorId());
        member(bytes, "connector_name", origin.connectorName());
        member(bytes, "msg_class", msgClass);
        bytes.add(
                ",\"msg_origin\":{\"vendor\":\"thinkst_canary\",\"source\":\"thinkst_canary\",\"category\":\"honeypot\","
                        + "\"processor\":{\"name\":\"thinkst_canary\",\"type\":\"log_collector\"}}");
        common = bytes.copy();
    }

    /// Begins a record.
    Interflow begin(long timestamp, String recordType) {
        out.shrinkTo(0);
        out.add("{\"timestamp\":").add(Long.toString(timestamp)).add(common);
        return text("record_type", recordType);
    }

    Interflow text(String name, String value) {
        if (!value.isBlank()) {
            member(out, name, value);
        }
        return this;
    }

    Interflow ip(String name, String value) {
        return text(name, Address.isIp(value) ? value : "");
    }

    Interflow port(String name, String value) {
        int port = Address.port(value);
        return port < 0 ? this : number(name, port);
    }

    Interflow number(String name, long value) {
        out.add(",\"").add(name).add("\":").add(Long.toString(value));
        return this;
    }

    /// What kind of thing happened.
    Interflow kind(LogType type) {
        text("event_class", type.category().label());
        text("severity", type.severity());
        LogType.Technique technique = type.technique();
        if (!technique.id().isEmpty()) {
            out.add(",\"mitre\":{\"technique\":{\"id\":").addQuoted(technique.id());
            out.add(",\"name\":").addQuoted(technique.name()).add("}}");
        }
        return this;
    }

    /// A member whose value is JSON already.
    Interflow json(String name, Document value) {
        out.add(",\"").add(name).add("\":").add(value);
        return this;
    }

    /// The object with what the console said; its members are JSON already.
    Document end(Said... members) {
        out.add(",\"thinkst_canary\":");
        char before = '{';
        for (Said member : members) {
            out.add(before).add('"').add(member.name).add("\":").add(member.json);
            before = ',';
        }
        return Document.owning(out.add('}').add('}').copy());
    }

    /// One member of the object with what the console said.
    record Said(String name, Document json) {

        static Said of(String name, String json) {
            return new Said(name, Document.of(json));
        }
    }

    private static void member(Bytes bytes, String name, String value) {
        bytes.add(",\"").add(name).add("\":").addQuoted(value);
    }
}
