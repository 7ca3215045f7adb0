// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.Names;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.tenant.Dependents;
import dev.birdsong.state.tenant.Tenant;
import dev.birdsong.state.tenant.Tenants;
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

/// Tenants: the customers whose things are kept apart.
@RestController
@RequestMapping("/connect/api/v1/tenants")
public final class TenantsEndpoint {

    private static final String KIND = "tenant";

    private final Tenants tenants;
    private final ActivityLog log;

    /// A tenant as it is answered.
    public record Answer(String custId, String custName, String info, long createdAt) {

        static Answer of(Tenant tenant) {
            return new Answer(
                    tenant.id(),
                    tenant.name(),
                    tenant.info(),
                    tenant.createdAt().toEpochMilli());
        }
    }

    public TenantsEndpoint(State state, ActivityLog log) {
        this.tenants = state.tenants();
        this.log = log;
    }

    /// Those that the caller sees.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        return Listed.all(tenants.list(caller.scope()).stream().map(Answer::of).toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public Answer get(Caller caller, @PathVariable String id) {
        return Answer.of(tenant(caller, id));
    }

    /// Makes one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Answer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_TENANTS);
        String name = Names.required(body, "cust_name");
        String info = body.text("info").orElse("");
        body.end();
        Tenant tenant = tenants.create(name, info);
        log.did(caller, "create", what(tenant), tenant.id());
        return Answer.of(tenant);
    }

    /// Changes the keys given.
    @PutMapping("/{id}")
    public Answer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_TENANTS);
        Tenant before = tenant(caller, id);
        String name = body.has("cust_name") ? Names.required(body, "cust_name") : before.name();
        String info = body.text("info").orElse(before.info());
        body.end();
        Tenant tenant = tenants.edit(id, name, info).orElseThrow(() -> ApiException.missing(KIND, id));
        log.did(caller, "edit", what(tenant), id);
        return Answer.of(tenant);
    }

    /// Deletes one; asks first where something goes with it.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "false") boolean confirm) {
        caller.require(Permission.EDIT_TENANTS);
        Tenant tenant = tenant(caller, id);
        Dependents dependents = dependents(caller, id);
        if (!confirm && !dependents.isEmpty()) {
            throw ApiException.conflict("needs-confirmation", question(tenant, dependents), "confirm");
        }
        tenants.delete(id);
        log.did(caller, "delete", what(tenant), id);
    }

    /// What goes with one when it is deleted.
    public Dependents dependents(Caller caller, String id) {
        caller.require(Permission.EDIT_TENANTS);
        return tenants.dependents(tenant(caller, id).id());
    }

    private Tenant tenant(Caller caller, String id) {
        return tenants.find(id)
                .filter(tenant -> caller.sees(tenant.id()))
                .orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static String question(Tenant tenant, Dependents dependents) {
        return "with the tenant '%s' go its connectors %s, its users %s and its log filters %s, while its records stay in the lake: repeat with confirm=true to delete them"
                .formatted(tenant.name(), dependents.connectors(), dependents.users(), dependents.logFilters());
    }

    private static What what(Tenant tenant) {
        return new What(KIND, tenant.id(), tenant.name());
    }
}
