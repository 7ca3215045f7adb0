// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.hunting.SavedQueries;
import dev.birdsong.state.hunting.SavedQuery;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Searches that people keep: their own, and those of a tenant, which all see who see the tenant.
@RestController
@RequestMapping("/connect/api/v1/saved_queries")
public final class SavedQueriesEndpoint {

    private static final String KIND = "saved_query";

    private final SavedQueries queries;
    private final SavedBody.Reading reading;
    private final ActivityLog log;
    private final Clock clock;

    SavedQueriesEndpoint(State state, SavedBody.Reading reading, ActivityLog log, Clock clock) {
        this.queries = state.savedQueries();
        this.reading = reading;
        this.log = log;
        this.clock = clock;
    }

    /// The caller's own, and those of their tenants.
    @GetMapping
    public Listed<SavedAnswer> list(Caller caller) {
        return Listed.all(queries.list(caller.userId(), caller.scope()).stream()
                .map(SavedAnswer::of)
                .toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public SavedAnswer get(Caller caller, @PathVariable String id) {
        return SavedAnswer.of(query(caller, id));
    }

    /// Keeps one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public SavedAnswer create(Caller caller, Body body) {
        var asked = new SavedBody(caller, body, reading);
        SavedQuery wanted = asked.fresh(clock.instant());
        body.end();
        SavedQuery made = queries.create(id -> named(id, wanted));
        did(caller, "create", made);
        return SavedAnswer.of(made);
    }

    /// Changes the keys given.
    @PutMapping("/{id}")
    public SavedAnswer edit(Caller caller, @PathVariable String id, Body body) {
        SavedQuery before = changeable(caller, id);
        SavedQuery after = new SavedBody(caller, body, reading).changed(before, clock.instant());
        body.end();
        queries.edit(after);
        did(caller, "edit", after);
        return get(caller, id);
    }

    /// Forgets one.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        SavedQuery query = changeable(caller, id);
        queries.delete(id);
        did(caller, "delete", query);
    }

    private static SavedQuery named(String id, SavedQuery wanted) {
        return new SavedQuery(id, wanted.name(), wanted.visible(), wanted.madeBy(), wanted.search(), wanted.times());
    }

    private SavedQuery changeable(Caller caller, String id) {
        SavedQuery query = query(caller, id);
        if (query.visible() instanceof Visible.OfTenant) {
            caller.require(Permission.SHARE_QUERIES);
        }
        return query;
    }

    private SavedQuery query(Caller caller, String id) {
        return queries.find(id)
                .filter(query -> switch (query.visible()) {
                    case Visible.Own(String user) -> user.equals(caller.userId());
                    case Visible.OfTenant(String tenant) -> caller.sees(tenant);
                })
                .orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private void did(Caller caller, String action, SavedQuery query) {
        What what = new What(KIND, query.id(), query.name());
        switch (query.visible()) {
            case Visible.Own _ -> log.did(caller, action, what);
            case Visible.OfTenant(String tenant) -> log.did(caller, action, what, tenant);
        }
    }
}
