// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.AuditPageReader;
import dev.birdsong.connectors.thinkstcanary.answers.DevicePageReader;
import dev.birdsong.connectors.thinkstcanary.answers.IncidentPageReader;
import dev.birdsong.connectors.thinkstcanary.collect.ConnectionCheck.ReadStep;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tests a connection to a console, and ends whatever the console does.
///
/// @param connection the connection
/// @param spool a folder for what is too big for memory while it is read
/// @param patience how long it may take
public record TimedCheck(Connection connection, Path spool, Duration patience) {

    /// How long a test takes at most.
    public static final Duration PATIENCE = Duration.ofSeconds(55);

    /// Runs the steps on a thread of its own, which is interrupted when the time is over: the way out lets go then.
    public TestReport run(Set<ContentType> contentTypes, TestListener listener) throws InterruptedException {
        AuditPageReader audit = new AuditPageReader(connection.origin(), StartFrom.ALL);
        List<ReadStep> readables = contentTypes.stream().map(this::readStep).toList();
        TestSteps steps = new TestSteps(
                ConnectionCheck.names(readables), listener, connection.time().monotonic());
        ConnectionCheck check = new ConnectionCheck(connection, readables, audit, steps);
        var testing = new FutureTask<>(() -> {
            check.run();
            return steps;
        });
        Thread.ofVirtual().name("test of " + connection.host()).start(testing);
        return outcome(testing, steps);
    }

    private TestReport outcome(FutureTask<TestSteps> testing, TestSteps steps) throws InterruptedException {
        try {
            return testing.get(patience.toNanos(), TimeUnit.NANOSECONDS).success();
        } catch (TimeoutException slow) {
            return steps.failure(new CollectException.Unavailable(
                    connection.host() + " did not get through the test within " + patience.toSeconds() + " s",
                    0,
                    Advice.TIMED_OUT));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CollectException failure) {
                return steps.failure(failure);
            }
            throw new IllegalStateException("the test of " + connection.host() + " broke off", failed);
        } finally {
            testing.cancel(true);
        }
    }

    private ReadStep readStep(ContentType contentType) {
        return switch (contentType.name()) {
            case "incidents" ->
                new ReadStep(
                        contentType.label(),
                        Feed.INCIDENTS,
                        new IncidentPageReader(connection.origin(), 0, StartFrom.ALL, spool));
            case "audit_trail" ->
                new ReadStep(contentType.label(), Feed.AUDIT, new AuditPageReader(connection.origin(), StartFrom.ALL));
            case "devices" ->
                new ReadStep(contentType.label(), Feed.DEVICES, new DevicePageReader(connection.origin(), 0));
            default -> throw new IllegalArgumentException("thinkst_canary has no content type " + contentType.name());
        };
    }
}
