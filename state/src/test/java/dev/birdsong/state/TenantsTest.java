// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Dependents;
import dev.birdsong.state.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantsTest extends StateContract {

    TenantsTest(Engine engine) {
        super(engine);
    }

    @Test
    void beginsWithOneTenant() {
        assertThat(state.tenants().list(ALL)).extracting(Tenant::name).containsExactly("Default");
    }

    @Test
    void listsThoseInTheScope() {
        Tenant ours = state.tenants().create("Ours", "");
        state.tenants().create("Theirs", "");

        assertThat(state.tenants().list(new TenantScope.Only(Set.of(ours.id()))))
                .containsExactly(ours);
        assertThat(state.tenants().list(new TenantScope.Only(Set.of()))).isEmpty();
    }

    @Test
    void refusesANameInUse() {
        assertThatThrownBy(() -> state.tenants().create("Default", ""))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("named 'Default' already");
    }

    @Test
    void renames() {
        Tenant tenant = state.tenants().create("Old", "");

        assertThat(state.tenants().edit(tenant.id(), "New", "noted"))
                .contains(new Tenant(tenant.id(), "New", "noted", NOON));
        assertThat(state.tenants().named("New")).isPresent();
    }

    @Test
    void takesWithItWhatIsOnlyItsOwn() {
        Tenant tenant = state.tenants().create("Acme", "");
        var scope = new TenantScope.Only(Set.of(tenant.id()));
        Connector connector = state.connectors().create(connector(tenant.id(), "hq", "acme.canary.tools", "incidents"));
        state.positions().set(new StreamKey(connector.sourceKey(), "incidents"), new Position("7"));
        state.logFilters()
                .create(
                        "noise",
                        Optional.of(tenant.id()),
                        List.of(new FilterCondition("srcip", FilterOperator.IS, List.of("10.0.0.1"))));
        state.users().create("root@x.org", "", new Secret("h"), new Access(Role.SUPER_ADMIN, ALL));
        state.users().create("one@x.org", "", new Secret("h"), new Access(Role.USER, scope));
        state.users()
                .create(
                        "both@x.org",
                        "",
                        new Secret("h"),
                        new Access(Role.USER, new TenantScope.Only(Set.of(tenant.id(), Tenant.DEFAULT_ID))));

        Dependents dependents = state.tenants().dependents(tenant.id());
        boolean deleted = state.tenants().delete(tenant.id());

        assertThat(dependents).isEqualTo(new Dependents(List.of("hq"), List.of("one@x.org"), List.of("noise")));
        assertThat(deleted).isTrue();
        assertThat(state.users().list()).extracting(user -> user.email()).containsExactly("both@x.org", "root@x.org");
        assertThat(state.connectors().find(connector.id(), ALL)).isEmpty();
        assertThat(state.positions().of(connector.sourceKey())).isEmpty();
        assertThat(state.logFilters().list(ALL)).isEmpty();
    }
}
