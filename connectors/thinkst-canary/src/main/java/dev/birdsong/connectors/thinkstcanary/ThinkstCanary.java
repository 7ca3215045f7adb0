// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary;

import static dev.birdsong.spi.connector.ContentType.Schedule.DAILY;
import static dev.birdsong.spi.connector.ContentType.Schedule.INTERVAL;
import static dev.birdsong.spi.record.Index.ASSETS;
import static dev.birdsong.spi.record.Index.SYSLOG;

import dev.birdsong.connectors.thinkstcanary.answers.AuditPageReader;
import dev.birdsong.connectors.thinkstcanary.answers.AuditThings;
import dev.birdsong.connectors.thinkstcanary.answers.DevicePageReader;
import dev.birdsong.connectors.thinkstcanary.answers.IncidentPageReader;
import dev.birdsong.connectors.thinkstcanary.answers.IncidentThings;
import dev.birdsong.connectors.thinkstcanary.answers.ThinkstCanaryFields;
import dev.birdsong.connectors.thinkstcanary.collect.ConsolePing;
import dev.birdsong.connectors.thinkstcanary.collect.DeviceCollector;
import dev.birdsong.connectors.thinkstcanary.collect.KeptAnswer;
import dev.birdsong.connectors.thinkstcanary.collect.ListCensus;
import dev.birdsong.connectors.thinkstcanary.collect.ListCollector;
import dev.birdsong.connectors.thinkstcanary.collect.TimedCheck;
import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.time.MonotonicClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Thinkst Canary: honeypots and tokens, read from the API of a Canary Console.
public final class ThinkstCanary implements ConnectorType {

    private static final ContentType INCIDENTS =
            new ContentType("incidents", "Incidents", "canary_incidents", Set.of(SYSLOG), INTERVAL);
    private static final ContentType AUDIT =
            new ContentType("audit_trail", "Audit Trail Logs", "canary_audit", Set.of(SYSLOG), INTERVAL);
    private static final ContentType DEVICES =
            new ContentType("devices", "Devices", "canary_devices", Set.of(SYSLOG, ASSETS), DAILY);

    private final Path spool;

    /// @param spool a folder for what is too big for memory while it is read
    public ThinkstCanary(Path spool) {
        this.spool = spool;
    }

    @Override
    public String category() {
        return "honeypot";
    }

    @Override
    public String type() {
        return "thinkst_canary";
    }

    @Override
    public String displayName() {
        return "Thinkst Canary";
    }

    @Override
    public List<ContentType> contentTypes() {
        return List.of(INCIDENTS, AUDIT, DEVICES);
    }

    @Override
    public Description description() {
        return CatalogueEntry.with(contentTypes());
    }

    @Override
    public List<Field> fields() {
        return ThinkstCanaryFields.ALL;
    }

    @Override
    public void ping(Connection connection) throws InterruptedException {
        ConsolePing.ask(connection, new DevicePageReader(connection.origin(), 0));
    }

    @Override
    public Position rewound(ContentType contentType, Position position, long id, MonotonicClock clock) {
        return contentType.equals(DEVICES) ? Position.START : ListCollector.rewound(position, id, clock);
    }

    @Override
    public Optional<String> idField(ContentType contentType) {
        return switch (contentType.name()) {
            case "incidents" -> Optional.of("thinkst_canary.incident.updated_id");
            case "audit_trail" -> Optional.of("thinkst_canary.audit.id");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Census> census(ContentType contentType) {
        return switch (contentType.name()) {
            case "incidents" -> Optional.of(new ListCensus(new IncidentThings()));
            case "audit_trail" -> Optional.of(new ListCensus(new AuditThings()));
            default -> Optional.empty();
        };
    }

    @Override
    public TestReport test(Connection connection, Set<ContentType> contentTypes, TestListener listener)
            throws InterruptedException {
        return new TimedCheck(connection, spool, TimedCheck.PATIENCE).run(contentTypes, listener);
    }

    @Override
    public Collector collector(Connection connection, ContentType contentType) {
        Origin origin = connection.origin();
        StartFrom start = connection.start();
        return switch (contentType.name()) {
            case "incidents" ->
                ListCollector.incidents(connection, epoch -> new IncidentPageReader(origin, epoch, start, spool));
            case "audit_trail" -> ListCollector.audit(connection, new AuditPageReader(origin, start));
            case "devices" -> new DeviceCollector(connection, round -> new DevicePageReader(origin, round));
            default -> throw new IllegalArgumentException("thinkst_canary has no content type " + contentType.name());
        };
    }

    @Override
    public Optional<String> replay(
            Connection connection, ContentType contentType, Position position, Document kept, RecordSink sink)
            throws InterruptedException {
        Origin origin = connection.origin();
        StartFrom start = connection.start();
        KeptAnswer answer = switch (contentType.name()) {
            case "incidents" ->
                new KeptAnswer(
                        "incidents", new IncidentPageReader(origin, ListCollector.epoch(position), start, spool));
            case "audit_trail" -> new KeptAnswer("audit_trail", new AuditPageReader(origin, start));
            case "devices" -> new KeptAnswer("devices", new DevicePageReader(origin, DeviceCollector.round(position)));
            default -> throw new IllegalArgumentException("thinkst_canary has no content type " + contentType.name());
        };
        return answer.read(kept, sink);
    }
}
