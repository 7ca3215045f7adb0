// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Cookies;
import dev.birdsong.server.people.TenantsEndpoint;
import java.util.List;
import java.util.Optional;

/// Knows which tenant somebody chose to look at: the browser remembers it, and an address with `tenant=` changes it.
public final class Viewers {

    private static final String TENANT = "tenant";
    private static final String ALL = "all";

    private final TenantsEndpoint tenants;

    public Viewers(TenantsEndpoint tenants) {
        this.tenants = tenants;
    }

    /// The one who asks.
    Viewer of(Caller caller, Cookies cookies) {
        List<TenantsEndpoint.Answer> seen = tenants.list(caller).data();
        Optional<String> asked = Optional.ofNullable(cookies.request().getParameter(TENANT))
                .filter(id -> id.equals(ALL) || find(seen, id).isPresent());
        asked.ifPresent(id -> cookies.keep(TENANT, id));
        Optional<String> chosen = asked.or(() -> cookies.value(TENANT));
        return new Viewer(caller, seen, seen.size() == 1 ? Optional.empty() : chosen.flatMap(id -> find(seen, id)));
    }

    private static Optional<TenantsEndpoint.Answer> find(List<TenantsEndpoint.Answer> tenants, String id) {
        return tenants.stream().filter(tenant -> tenant.custId().equals(id)).findFirst();
    }
}
