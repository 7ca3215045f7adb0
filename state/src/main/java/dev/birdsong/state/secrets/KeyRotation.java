// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Replaces the key that secrets are sealed by. Cut at any point, all of them can still be opened; run again, it ends.
public final class KeyRotation {

    private static final List<Sealed> EVERYWHERE = List.of(Sealed.CONNECTORS, Sealed.NOTIFICATION_RULES, Sealed.SYSTEM);

    private final Database database;
    private final Vault vault;

    public KeyRotation(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// Does it all; how many secrets there were.
    public int run() {
        addKey();
        int secrets = sealAnew();
        dropOldKey();
        return secrets;
    }

    void addKey() {
        vault.addKey();
    }

    /// In one write, so that what another process seals meanwhile comes before it, or has the new key.
    int sealAnew() {
        return database.write(handle ->
                EVERYWHERE.stream().mapToInt(place -> sealAnew(handle, place)).sum());
    }

    void dropOldKey() {
        vault.dropOldKeys();
    }

    private int sealAnew(Handle handle, Sealed place) {
        Map<String, byte[]> secrets = handle.createQuery("SELECT " + place.id() + ", " + place.column() + " FROM "
                        + place.table() + " WHERE " + place.column() + " IS NOT NULL")
                .map((columns, _) ->
                        Map.entry(new Row(columns).text(place.id()), new Row(columns).bytes(place.column())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE " + place.table() + " SET " + place.column() + " = :sealed WHERE " + place.id() + " = :id");
        secrets.forEach((id, ciphertext) -> {
            String context = place.context(id);
            batch.bind("id", id)
                    .bind("sealed", vault.seal(vault.open(ciphertext, context), context))
                    .add();
        });
        batch.execute();
        return secrets.size();
    }
}
