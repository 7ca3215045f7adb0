// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.connector.KeptConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What is done with a connector when somebody asks for it: told in the activity log, and done behind their back where
/// they do not wait.
@Component
public final class OnDemand {

    private static final Logger LOG = LoggerFactory.getLogger(OnDemand.class);

    private final State state;
    private final ActivityLog log;

    /// Something that takes its time.
    interface Work {
        void run() throws InterruptedException;
    }

    public OnDemand(State state, ActivityLog log) {
        this.state = state;
        this.log = log;
    }

    /// The connector that somebody asks to have something done with.
    Connector asked(Caller caller, String id, String action) {
        caller.require(Permission.EDIT_CONNECTORS);
        Connector connector = state.connectors()
                .find(id, caller.scope())
                .map(KeptConnector::connector)
                .orElseThrow(() -> ApiException.missing(ConnectorsEndpoint.KIND, id));
        log.did(
                caller,
                action,
                ConnectorsEndpoint.what(connector),
                connector.general().tenantId());
        return connector;
    }

    /// Does it on a thread of its own.
    void inBackground(String name, Connector connector, Work work) {
        Thread.ofPlatform().name(name).daemon().start(() -> run(connector, work));
    }

    private static void run(Connector connector, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ApiException e) {
            LOG.atWarn().addKeyValue("connector", connector.id()).log(e.getMessage());
        }
    }
}
