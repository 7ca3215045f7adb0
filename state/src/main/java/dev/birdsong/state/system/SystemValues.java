// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.system;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.secrets.Sealed;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps what belongs to the whole installation, by name.
public final class SystemValues {

    private final Database database;
    private final Vault vault;

    public SystemValues(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// The value, if there is one.
    public Optional<String> value(String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM system_values WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /// Keeps the value, in the place of an earlier one.
    public void keep(String name, String value) {
        database.write(handle -> handle.createUpdate("INSERT INTO system_values (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .bind("name", name)
                .bind("value", value)
                .execute());
    }

    /// The secret, drawn and kept at the first call, by whichever node comes first.
    public Secret secret(String name, Supplier<Secret> draw) {
        return database.write(handle -> {
            handle.createUpdate("INSERT INTO system_secrets (name, sealed) VALUES (:name, :sealed)"
                            + " ON CONFLICT (name) DO NOTHING")
                    .bind("name", name)
                    .bind("sealed", vault.seal(draw.get(), Sealed.SYSTEM.context(name)))
                    .execute();
            byte[] sealed = handle.createQuery("SELECT sealed FROM system_secrets WHERE name = :name")
                    .bind("name", name)
                    .mapTo(byte[].class)
                    .one();
            return vault.open(sealed, Sealed.SYSTEM.context(name));
        });
    }
}
