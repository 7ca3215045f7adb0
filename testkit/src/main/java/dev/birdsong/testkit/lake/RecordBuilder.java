// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds records for tests: `record("1").with("srcip", "10.0.0.1").build()`.
public final class RecordBuilder {

    /// When records happened, unless they say otherwise.
    public static final long TIME = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    private final String id;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private Index index = Index.SYSLOG;
    private String tenant = "local";
    private long timestamp = TIME;
    private Version version = Version.NONE;
    private Optional<String> fingerprint = Optional.empty();
    private Optional<Document> document = Optional.empty();
    private List<String> united = List.of();
    private Subject subject = Subject.NONE;

    private RecordBuilder(String id) {
        this.id = id;
    }

    /// An event of tenant `local`.
    public static RecordBuilder record(String id) {
        return new RecordBuilder(id);
    }

    /// The same in Assets.
    public static RecordBuilder asset(String id) {
        RecordBuilder asset = new RecordBuilder(id);
        asset.index = Index.ASSETS;
        return asset;
    }

    public RecordBuilder tenant(String tenantId) {
        tenant = tenantId;
        return this;
    }

    public RecordBuilder at(String instant) {
        return at(Instant.parse(instant).toEpochMilli());
    }

    public RecordBuilder at(long time) {
        timestamp = time;
        return this;
    }

    public RecordBuilder version(long sequence) {
        version = new Version(0, sequence);
        return this;
    }

    public RecordBuilder version(long epoch, long sequence) {
        version = new Version(epoch, sequence);
        return this;
    }

    /// What the console said, in short; the document's content, unless it is given.
    public RecordBuilder fingerprint(String text) {
        fingerprint = Optional.of(text);
        return this;
    }

    /// A field of the document: text, number, boolean, list or map.
    public RecordBuilder with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /// The whole document, instead of fields.
    public RecordBuilder json(String json) {
        document = Optional.of(Document.of(json));
        return this;
    }

    public RecordBuilder uniting(String... names) {
        united = List.of(names);
        return this;
    }

    /// Of what it tells.
    public RecordBuilder about(Subject other) {
        subject = other;
        return this;
    }

    public LakeRecord build() {
        Document built = document.orElseGet(this::written);
        var key = new RecordKey(index, tenant, id, timestamp);
        String hash = fingerprint.orElseGet(() -> Integer.toHexString(built.hashCode()));
        return new LakeRecord(key, version, hash, built, united, subject);
    }

    private Document written() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("timestamp", timestamp);
        all.put("tenantid", tenant);
        all.put("record_type", index == Index.SYSLOG ? "event" : "asset");
        all.putAll(fields);
        return Json.document(all);
    }
}
