// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.User;
import dev.birdsong.state.hunting.SavedQuery;
import dev.birdsong.state.hunting.SavedQuery.Range;
import dev.birdsong.state.hunting.SavedQuery.Search;
import dev.birdsong.state.hunting.SavedQuery.Times;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Tenant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SavedQueriesTest extends StateContract {

    private static final Search SEARCH = new Search(
            "srcip:10.0.0.0/8 AND username:\"root\"",
            "syslog",
            new Range("custom", "now-5h", ""),
            List.of("srcip", "username"),
            "timestamp:desc");

    SavedQueriesTest(Engine engine) {
        super(engine);
    }

    @Test
    void keepsAQueryAsItWasMade() {
        User ann = user("ann@example.com");
        SavedQuery made = made("root from inside", new Visible.Own(ann.id()));

        closeState();
        state = reopen();

        assertThat(state.savedQueries().find(made.id())).contains(made);
    }

    @Test
    void showsOnesOwnAndThoseOfTheTenantsInScope() {
        User ann = user("ann@example.com");
        User bob = user("bob@example.com");
        Tenant other = state.tenants().create("Other", "");
        SavedQuery own = made("a", new Visible.Own(ann.id()));
        SavedQuery shared = made("b", new Visible.OfTenant(Tenant.DEFAULT_ID));
        made("c", new Visible.OfTenant(other.id()));

        var scope = new TenantScope.Only(Set.of(Tenant.DEFAULT_ID));
        assertThat(state.savedQueries().list(ann.id(), scope)).containsExactly(own, shared);
        assertThat(state.savedQueries().list(bob.id(), scope)).containsExactly(shared);
        assertThat(state.savedQueries().list(bob.id(), new TenantScope.Only(Set.of())))
                .isEmpty();
        assertThat(state.savedQueries().list(ann.id(), ALL)).hasSize(3);
    }

    @Test
    void keepsNamesApartAmongTheSamePeopleAlone() {
        User ann = user("ann@example.com");
        made("mine", new Visible.Own(ann.id()));
        made("mine", new Visible.OfTenant(Tenant.DEFAULT_ID));

        assertThatThrownBy(() -> made("mine", new Visible.Own(ann.id())))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("named 'mine' already");
        assertThatThrownBy(() -> made("x", new Visible.OfTenant("nobody"))).isInstanceOf(StateException.Missing.class);
    }

    @Test
    void changesAndForgets() {
        User ann = user("ann@example.com");
        SavedQuery made = made("mine", new Visible.Own(ann.id()));
        var changed = new SavedQuery(
                made.id(), "ours", new Visible.OfTenant(Tenant.DEFAULT_ID), made.madeBy(), SEARCH, made.times());

        assertThat(state.savedQueries().edit(changed)).isTrue();
        assertThat(state.savedQueries().find(made.id())).contains(changed);
        assertThat(state.savedQueries().delete(made.id())).isTrue();
        assertThat(state.savedQueries().delete(made.id())).isFalse();
        assertThat(state.savedQueries().edit(changed)).isFalse();
    }

    @Test
    void goWithTheirOwnerButStayWithTheirTenant() {
        state.users().create("root@example.com", "", new Secret("hash"), new Access(Role.SUPER_ADMIN, ALL));
        User ann = user("ann@example.com");
        SavedQuery own = made("own", new Visible.Own(ann.id()));
        SavedQuery shared = made("shared", new Visible.OfTenant(Tenant.DEFAULT_ID));

        state.users().delete(ann.id());

        assertThat(state.savedQueries().find(own.id())).isEmpty();
        assertThat(state.savedQueries().find(shared.id())).isPresent();
    }

    @Test
    void remembersWhatSomebodyLikes() {
        User ann = user("ann@example.com");

        state.preferences().keep(ann.id(), "index", "assets");
        state.preferences().keep(ann.id(), "index", "*");

        assertThat(state.preferences().find(ann.id(), "index")).contains("*");
        assertThat(state.preferences().find(user("bob@example.com").id(), "index"))
                .isEmpty();
    }

    private SavedQuery made(String name, Visible visible) {
        return state.savedQueries()
                .create(id -> new SavedQuery(id, name, visible, "ann@example.com", SEARCH, new Times(NOON, NOON)));
    }

    private User user(String email) {
        return state.users().create(email, "", new Secret("hash"), new Access(Role.USER, ALL));
    }
}
