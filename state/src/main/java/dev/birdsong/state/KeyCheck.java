// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.system.SystemValues;
import java.nio.file.Path;

/// Sees to it that keys and database belong together: a fresh database gets fresh keys, any other one needs its own.
record KeyCheck(Database database, Ids ids) {

    /// The secret that tells whether keys and database belong together.
    static final String PROOF = "key-check";

    Vault vault(Path keyFile) {
        Vault vault = isFresh() ? Vault.openOrMake(keyFile) : Vault.open(keyFile);
        new SystemValues(database, vault).secret(PROOF, () -> new Secret(ids.draw()));
        return vault;
    }

    private boolean isFresh() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM system_secrets")
                        .mapTo(Long.class)
                        .one()
                == 0);
    }
}
