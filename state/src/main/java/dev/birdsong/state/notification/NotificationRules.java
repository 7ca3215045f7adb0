// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.secrets.Sealed;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Keeps the rules, the secrets of their webhooks sealed.
public final class NotificationRules {

    private final Database database;
    private final Vault vault;
    private final Ids ids;

    public NotificationRules(Database database, Vault vault, Ids ids) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
    }

    /// Those of the scope's tenants, by name. Those for all tenants are seen by those who see all.
    public List<NotificationRule> list(TenantScope scope) {
        var scoped = new Scoped(scope, "r.tenant_id");
        return database.read(handle -> new RuleRows(handle).where(scoped.condition(), scoped::bind));
    }

    /// The one with this id, if it is there.
    public Optional<NotificationRule> find(String id) {
        return database.read(handle -> new RuleRows(handle).find(id));
    }

    /// Makes one.
    ///
    /// @param rule what it is to be, by the id that it gets
    /// @param secret signs what goes to its webhooks
    /// @throws StateException if the tenant has a rule of this name, or there is no such tenant or connector
    public NotificationRule create(Function<String, NotificationRule> rule, Optional<Secret> secret) {
        NotificationRule asked = rule.apply(ids.draw());
        return database.write(handle -> {
            check(handle, asked);
            new RuleRows(handle).insert(asked);
            keepSecret(handle, asked, secret);
            return asked;
        });
    }

    /// Replaces it; whether it was there.
    ///
    /// @param rule unless it is signed, its secret is forgotten
    /// @param secret takes the place of the one that it has
    /// @throws StateException as [#create] does
    public boolean edit(NotificationRule rule, Optional<Secret> secret) {
        return database.write(handle -> {
            check(handle, rule);
            boolean found = new RuleRows(handle).update(rule);
            if (secret.isPresent() || !rule.signed()) {
                keepSecret(handle, rule, secret);
            }
            return found;
        });
    }

    /// Deletes it with its alerts; whether it was there.
    public boolean delete(String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM notification_rules WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    /// What signs its webhooks, if anything does.
    public Optional<Secret> secret(String id) {
        return database.read(handle -> handle.createQuery(
                                "SELECT sealed_secret FROM notification_rules WHERE id = :id AND sealed_secret IS NOT NULL")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne())
                .map(ciphertext -> vault.open(ciphertext, Sealed.NOTIFICATION_RULES.context(id)));
    }

    private void keepSecret(Handle handle, NotificationRule rule, Optional<Secret> secret) {
        handle.createUpdate("UPDATE notification_rules SET sealed_secret = " + (secret.isPresent() ? ":sealed" : "NULL")
                        + " WHERE id = :id")
                .bind("id", rule.id())
                .bind(
                        "sealed",
                        secret.map(text -> vault.seal(text, Sealed.NOTIFICATION_RULES.context(rule.id())))
                                .orElseGet(() -> new byte[0]))
                .execute();
    }

    private static void check(Handle handle, NotificationRule rule) {
        rule.tenantId().ifPresent(tenant -> {
            if (count(handle, "SELECT COUNT(*) FROM tenants WHERE id = :value", tenant) == 0) {
                throw new StateException.Missing("there is no tenant with the id '" + tenant + "'", "cust_id");
            }
        });
        rule.watch().connectors().orElse(List.of()).forEach(connector -> checkConnector(handle, rule, connector));
        boolean taken = new RuleRows(handle)
                .where("r.name = :name", query -> query.bind("name", rule.name())).stream()
                        .anyMatch(other ->
                                !other.id().equals(rule.id()) && Objects.equals(other.tenantId(), rule.tenantId()));
        if (taken) {
            throw new StateException.Conflict(
                    "there is a notification rule named '" + rule.name() + "' already: choose another name", "name");
        }
    }

    private static void checkConnector(Handle handle, NotificationRule rule, String connector) {
        boolean fits = handle.createQuery("SELECT tenant_id FROM connectors WHERE id = :value")
                .bind("value", connector)
                .mapTo(String.class)
                .findOne()
                .filter(tenant -> rule.tenantId().map(tenant::equals).orElse(true))
                .isPresent();
        if (!fits) {
            throw new StateException.Missing(
                    "the tenant has no connector with the id '" + connector + "'", "connectors");
        }
    }

    private static long count(Handle handle, String sql, String value) {
        return handle.createQuery(sql).bind("value", value).mapTo(Long.class).one();
    }
}
