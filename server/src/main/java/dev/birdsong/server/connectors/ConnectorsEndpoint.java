// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.connector.ConnectorColumn;
import dev.birdsong.state.connector.ConnectorEdit;
import dev.birdsong.state.connector.ConnectorPage;
import dev.birdsong.state.connector.ConnectorQuery;
import dev.birdsong.state.connector.Connectors;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.schedule.RoundSchedule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Connectors: made, looked at, edited, paused, deleted.
@RestController
@RequestMapping("/connect/api/v1/connectors")
public final class ConnectorsEndpoint {

    static final String KIND = "connector";
    private static final int LARGEST_PAGE = 1_000;

    private final State state;
    private final Connectors connectors;
    private final ConnectorForm form;
    private final ConnectorAnswers answers;
    private final RoundSchedule schedule;
    private final ActivityLog log;

    /// A page of a list as it is answered.
    public record Page(long total, List<ConnectorAnswer> connectors) {

        public Page {
            connectors = List.copyOf(connectors);
        }
    }

    public ConnectorsEndpoint(
            State state, ConnectorForm form, ConnectorAnswers answers, RoundSchedule schedule, ActivityLog log) {
        this.state = state;
        this.connectors = state.connectors();
        this.form = form;
        this.answers = answers;
        this.schedule = schedule;
        this.log = log;
    }

    /// A page of them.
    ///
    /// @param tenant only those of this tenant
    /// @param active only those that run, or that are paused
    /// @param text part of the name, the host or the tenant's name
    /// @param page from 0
    /// @param size at most 1,000
    /// @param sort such as `name` or `-last_activity`
    @GetMapping
    @SuppressWarnings("ParameterNumber") // each is a query parameter of the API
    public Page list(
            Caller caller,
            @RequestParam(name = "cust_id") Optional<String> tenant,
            @RequestParam Optional<Boolean> active,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "name") String sort) {
        TenantScope scope = tenant.map(caller::only).orElse(caller.scope());
        ConnectorPage found = connectors.list(new ConnectorQuery(scope, active, text, order(sort), slice(page, size)));
        return new Page(found.total(), answers.of(found.connectors()));
    }

    /// Hands over all that [#list] has on its pages.
    public void each(Caller caller, String text, String sort, Consumer<ConnectorAnswer> take) {
        long total = 1;
        for (int page = 0; (long) page * LARGEST_PAGE < total; page++) {
            Page found = list(caller, Optional.empty(), Optional.empty(), text, page, LARGEST_PAGE, sort);
            total = found.total();
            found.connectors().forEach(take);
        }
    }

    /// One of them.
    @GetMapping("/{id}")
    public ConnectorAnswer get(Caller caller, @PathVariable String id) {
        return answers.of(List.of(connector(caller, id))).getFirst();
    }

    /// Goes on only if one could be made of this.
    ///
    /// @throws ApiException as [#create] would, but for what is seen only when it is made
    public void check(Caller caller, Body body) {
        caller.require(Permission.EDIT_CONNECTORS);
        form.created(caller, body);
    }

    /// Makes one; active at once.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public ConnectorAnswer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_CONNECTORS);
        NewConnector asked = form.created(caller, body);
        Connector made = state.inOneWrite(() -> {
            Connector created = connectors.create(asked);
            schedule.changed(created.id());
            log.did(caller, "create", what(created), created.general().tenantId());
            return created;
        });
        return get(caller, made.id());
    }

    /// Changes the keys given, at the next round or sooner.
    @PutMapping("/{id}")
    public ConnectorAnswer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_CONNECTORS);
        Connector before = connector(caller, id).connector();
        long revision = body.whole("version").orElse(before.revision().number());
        ConnectorEdit edit = form.edited(before, body);
        state.inOneWrite(() -> {
            Connector after = connectors.edit(id, revision, edit).orElseThrow(() -> ApiException.missing(KIND, id));
            schedule.changed(id);
            log.did(caller, action(before, after), what(after), after.general().tenantId());
            return after;
        });
        return get(caller, id);
    }

    /// Deletes one. What it collected stays.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        caller.require(Permission.DELETE_CONNECTORS);
        Connector connector = connector(caller, id).connector();
        state.inOneWrite(() -> {
            log.did(caller, "delete", what(connector), connector.general().tenantId());
            return connectors.delete(id);
        });
    }

    private KeptConnector connector(Caller caller, String id) {
        return connectors.find(id, caller.scope()).orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static ConnectorQuery.Order order(String sort) {
        boolean descending = sort.startsWith("-");
        String column = descending ? sort.substring(1) : sort;
        return ConnectorColumn.of(column)
                .map(known -> new ConnectorQuery.Order(known, descending))
                .orElseThrow(() -> ApiException.bad(
                        "sort", "'sort' takes a column such as name, or -name from Z to A; not '" + column + "'"));
    }

    private static ConnectorQuery.Slice slice(int page, int size) {
        if (page < 0 || page > 1_000_000) {
            throw ApiException.bad("page", "'page' counts from 0");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw ApiException.bad("size", "'size' takes 1 to " + LARGEST_PAGE);
        }
        return new ConnectorQuery.Slice(page, size);
    }

    private static String action(Connector before, Connector after) {
        if (before.collecting().active() == after.collecting().active()) {
            return "edit";
        }
        return after.collecting().active() ? "activate" : "pause";
    }

    static What what(Connector connector) {
        return new What(KIND, connector.id(), connector.general().name());
    }
}
