// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Activity;
import dev.birdsong.state.access.ApiKey;
import dev.birdsong.state.access.KeyMaker;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.Sessions;
import dev.birdsong.state.access.User;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTest extends StateContract {

    private static final TenantScope DEFAULT_ONLY = new TenantScope.Only(Set.of(Tenant.DEFAULT_ID));
    private static final Access ROOT = new Access(Role.SUPER_ADMIN, ALL);
    private static final Secret HASH = new Secret("{argon2}...");

    AccessTest(Engine engine) {
        super(engine);
    }

    @Test
    void findsAUserByEmailWhateverItsCase() {
        User made = state.users().create("Ann@Example.org", "Ann", HASH, new Access(Role.USER, DEFAULT_ONLY));

        assertThat(state.users().withEmail("ann@example.ORG")).contains(made);
        assertThat(state.users().list()).containsExactly(made);
        assertThat(state.users().passwordHash(made.id())).contains(HASH);
        assertThatThrownBy(() -> state.users().create("ANN@example.org", "", HASH, ROOT))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("already");
    }

    @Test
    void growsItsStampWithEachChangeThatMatters() {
        state.users().create("root@x.org", "", HASH, ROOT);
        User made = state.users().create("ann@x.org", "", HASH, ROOT);

        state.users().changePassword(made.id(), new Secret("other"));
        state.users()
                .edit(new User(
                        made.id(), "ann@x.org", "", new Access(Role.USER, DEFAULT_ONLY), false, NOON, made.stamp()));

        assertThat(state.users().find(made.id())).hasValueSatisfying(user -> {
            assertThat(user.stamp()).isEqualTo(3);
            assertThat(user.access()).isEqualTo(new Access(Role.USER, DEFAULT_ONLY));
            assertThat(user.enabled()).isFalse();
        });
    }

    @Test
    void keepsTheLastSuperAdmin() {
        User last = state.users().create("root@x.org", "", HASH, ROOT);
        var less = new User(
                last.id(), last.email(), "", new Access(Role.SUPER_ADMIN, DEFAULT_ONLY), true, NOON, last.stamp());

        assertThatThrownBy(() -> state.users().delete(last.id())).isInstanceOf(StateException.Conflict.class);
        assertThatThrownBy(() -> state.users().edit(less)).isInstanceOf(StateException.Conflict.class);
        assertThat(state.users().find(last.id())).contains(last);
    }

    @Test
    void refusesAScopeOfTenantsThatAreNotThere() {
        var nowhere = new Access(Role.USER, new TenantScope.Only(Set.of("nowhere")));

        assertThatThrownBy(() -> state.users().create("ann@x.org", "", HASH, nowhere))
                .isInstanceOf(StateException.Missing.class);
    }

    @Test
    void knowsAKeyThatItDoesNotKeep() {
        User user = state.users().create("root@x.org", "", HASH, ROOT);
        Secret key = new KeyMaker(new Random()).draw();

        ApiKey made = state.apiKeys().create(user.id(), "ci", key, ROOT, Optional.of(NOON.plusSeconds(60)));

        assertThat(key.reveal()).startsWith("bsk_").hasSize(47);
        assertThat(state.apiKeys().of(key)).contains(made);
        assertThat(state.apiKeys().of(new Secret("bsk_other"))).isEmpty();
        assertThat(made.life().isAlive(NOON)).isTrue();
        assertThat(made.life().isAlive(NOON.plusSeconds(60))).isFalse();
        String kept = state.database()
                .read(handle -> handle.createQuery("SELECT hash FROM api_keys")
                        .mapTo(String.class)
                        .one());
        assertThat(kept).isNotEqualTo(key.reveal());
    }

    @Test
    void remembersWhenAKeyWasUsed() {
        User user = state.users().create("root@x.org", "", HASH, ROOT);
        ApiKey made = state.apiKeys().create(user.id(), "ci", new Secret("k"), ROOT, Optional.empty());

        state.apiKeys().used(made.id());
        state.apiKeys().edit(made.id(), "off", new Access(Role.USER, DEFAULT_ONLY), false);

        assertThat(state.apiKeys().find(made.id())).hasValueSatisfying(key -> {
            assertThat(key.life().lastUsedAt()).contains(NOON);
            assertThat(key.life().isAlive(NOON)).isFalse();
            assertThat(key.access()).isEqualTo(new Access(Role.USER, DEFAULT_ONLY));
            assertThat(key.stamp()).isEqualTo(2);
        });
    }

    @Test
    void losesItsKeysWithTheUser() {
        state.users().create("root@x.org", "", HASH, ROOT);
        User user = state.users().create("ann@x.org", "", HASH, ROOT);
        state.apiKeys().create(user.id(), "ci", new Secret("k"), ROOT, Optional.empty());

        state.users().delete(user.id());

        assertThat(state.apiKeys().list()).isEmpty();
    }

    @Test
    void allowsWhatTheRoleAllowsInItsScope() {
        assertThat(ROOT.allows(Permission.EDIT_USERS)).isTrue();
        assertThat(new Access(Role.SUPER_ADMIN, DEFAULT_ONLY).allows(Permission.EDIT_USERS))
                .isFalse();
        assertThat(new Access(Role.PLATFORM_ADMIN, ALL).allows(Permission.EDIT_USERS))
                .isFalse();
        assertThat(new Access(Role.PLATFORM_ADMIN, DEFAULT_ONLY).allows(Permission.DELETE_CONNECTORS))
                .isTrue();
        assertThat(new Access(Role.SECURITY_ADMIN, DEFAULT_ONLY).allows(Permission.EDIT_CONNECTORS))
                .isTrue();
        assertThat(new Access(Role.SECURITY_ADMIN, ALL).allows(Permission.DELETE_CONNECTORS))
                .isFalse();
        assertThat(new Access(Role.USER, ALL).allows(Permission.EDIT_CONNECTORS))
                .isFalse();
    }

    @Test
    void isNeverMoreThanItsUser() {
        var user = new Access(Role.SECURITY_ADMIN, DEFAULT_ONLY);

        assertThat(ROOT.within(user)).isEqualTo(user);
        assertThat(new Access(Role.USER, ALL).within(user)).isEqualTo(new Access(Role.USER, DEFAULT_ONLY));
        assertThat(new Access(Role.USER, new TenantScope.Only(Set.of("x"))).within(user))
                .isEqualTo(new Access(Role.USER, new TenantScope.Only(Set.of())));
        assertThat(user.covers(new Access(Role.USER, DEFAULT_ONLY))).isTrue();
        assertThat(user.covers(new Access(Role.USER, ALL))).isFalse();
    }

    @Test
    void remembersWhoDidWhat() {
        Activity ours = activity(Optional.of(Tenant.DEFAULT_ID));
        Activity everybodys = activity(Optional.empty());

        state.activities().add(ours);
        state.activities().add(everybodys);

        assertThat(state.activities().between(ALL, NOON, NOON.plusSeconds(1), 10))
                .containsExactlyInAnyOrder(ours, everybodys);
        assertThat(state.activities().between(DEFAULT_ONLY, NOON, NOON.plusSeconds(1), 10))
                .isEqualTo(List.of(ours));
        assertThat(state.activities().between(ALL, NOON.minusSeconds(1), NOON, 10))
                .isEmpty();
        assertThat(state.activities().forgetBefore(NOON.plusSeconds(1))).isEqualTo(2);
    }

    private static Activity activity(Optional<String> tenant) {
        return new Activity(
                NOON,
                new Activity.Who("1", "ann@x.org", "127.0.0.1"),
                "create",
                new Activity.What("connector", "7", "hq"),
                tenant,
                "success");
    }

    @Test
    void endsASessionWithWhatItWasBegunBy() {
        User ann = state.users().create("ann@x.org", "", HASH, ROOT);
        state.users().create("root@x.org", "", HASH, ROOT);

        Secret token = state.sessions().begin(ann);
        Secret other = state.sessions().begin(ann);
        state.sessions().end(other);

        assertThat(state.sessions().user(token)).contains(ann);
        assertThat(state.sessions().user(other)).isEmpty();
        assertThat(state.sessions().user(new Secret("guessed"))).isEmpty();
        state.users().changePassword(ann.id(), new Secret("another"));
        assertThat(state.sessions().user(token)).isEmpty();
    }

    @Test
    void endsASessionThatIsNotUsedOrThatIsOld() {
        User ann = state.users().create("ann@x.org", "", HASH, ROOT);
        var now = new AtomicReference<>(NOON);
        var sessions = new Sessions(state.database(), state.users(), new Random(), now::get);

        Secret idle = sessions.begin(ann);
        Secret used = sessions.begin(ann);
        for (Instant end = NOON.plus(Sessions.LONGEST); now.get().isBefore(end); ) {
            assertThat(sessions.user(used)).contains(ann);
            now.set(now.get().plus(Sessions.IDLE.dividedBy(2)));
        }

        assertThat(sessions.user(idle)).isEmpty();
        assertThat(sessions.user(used)).isEmpty();
        sessions.forgetEnded();
        now.set(NOON);
        assertThat(sessions.user(used)).isEmpty();
    }
}
