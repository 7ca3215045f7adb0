// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.schedule.RoundSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tests connectors, saved or not.
@RestController
@RequestMapping("/connect/api/v1/connectors")
public final class ConnectionTestEndpoint {

    /// After a test that went well the next round comes so soon; it has the last word.
    private static final Duration SOON = Duration.ofSeconds(20);

    private final State state;
    private final ConnectorForm form;
    private final ConnectionTests tests;
    private final RoundSchedule schedule;
    private final ActivityLog log;
    private final Clock clock;

    public ConnectionTestEndpoint(
            State state,
            ConnectorForm form,
            ConnectionTests tests,
            RoundSchedule schedule,
            ActivityLog log,
            Clock clock) {
        this.state = state;
        this.form = form;
        this.tests = tests;
        this.schedule = schedule;
        this.log = log;
        this.clock = clock;
    }

    /// Tests a saved connector. A success clears its status and lets it collect soon.
    @PostMapping("/{id}/test")
    public TestAnswer test(Caller caller, @PathVariable String id) throws InterruptedException {
        return test(caller, id, TestListener.NONE);
    }

    /// The same, and tells each step as it is done.
    public TestAnswer test(Caller caller, String id, TestListener listener) throws InterruptedException {
        caller.require(Permission.EDIT_CONNECTORS);
        KeptConnector kept = state.connectors()
                .find(id, caller.scope())
                .orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
        Connector connector = kept.connector();
        Secret token =
                state.connectors().authToken(id).orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
        TestReport report = tests.run(new Assignment(connector, kept.tenantName(), token, List.of()), listener);
        if (report instanceof TestReport.Success) {
            state.statuses().clear(id, clock.instant());
            schedule.dueWithin(id, SOON);
        }
        log.did(
                caller,
                "test",
                ConnectorsEndpoint.what(connector),
                connector.general().tenantId());
        return TestAnswer.of(report);
    }

    /// Tests what is not saved yet: the body of a create, of which `conf`, category and type count.
    @PostMapping("/test")
    public TestAnswer test(Caller caller, Body body) throws InterruptedException {
        return test(caller, body, TestListener.NONE);
    }

    /// The same, and tells each step as it is done.
    public TestAnswer test(Caller caller, Body body, TestListener listener) throws InterruptedException {
        caller.require(Permission.EDIT_CONNECTORS);
        String type = form.type(body).type();
        ConfForm.Read read = form.tried(body);
        Instant now = clock.instant();
        Connector unsaved = new Connector(
                "",
                "",
                new Connector.General("", "unsaved", "", type, "dp"),
                read.configuration(),
                new Connector.Collecting(false, List.of()),
                new Connector.Revision(0, now, now));
        TestReport report =
                tests.run(new Assignment(unsaved, "", read.authToken().orElse(new Secret("")), List.of()), listener);
        log.write(
                caller.who(),
                "test",
                new What(ConnectorsEndpoint.KIND, "", read.configuration().host()),
                Optional.empty(),
                ActivityLog.SUCCESS);
        return TestAnswer.of(report);
    }
}
