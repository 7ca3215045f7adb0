// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.state.secrets.Sealed;
import dev.birdsong.state.secrets.Vault;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.DatabaseCopy;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.state.sql.StateException;
import java.nio.file.Path;

/// A copy of the state in SQLite, in a file of its own.
///
/// @param database the copy
public record StateCopy(DatabaseCopy database) {

    /// Copies the state as it is at one moment, whoever writes to it meanwhile.
    ///
    /// @param empty a file that is there and has nothing in it
    /// @throws StateException if it cannot be copied
    public static StateCopy of(Path database, Path empty) {
        return new StateCopy(DatabaseCopy.of(database, empty));
    }

    /// The copy that was made earlier.
    public static StateCopy in(Path file) {
        return new StateCopy(new DatabaseCopy(file));
    }

    /// Sees to it that these keys are the ones by which its secrets were sealed.
    ///
    /// @throws StateException if they are not
    public void checkKey(Path keyFile) {
        Vault vault = Vault.open(keyFile);
        database.bytes("SELECT sealed FROM system_secrets WHERE name = '" + KeyCheck.PROOF + "'")
                .ifPresent(bytes -> vault.open(bytes, Sealed.SYSTEM.context(KeyCheck.PROOF)));
    }

    /// Makes it what a server can start from: of the form that this program knows, with nobody signed in.
    ///
    /// @throws StateException if a newer version wrote it
    public void prepare() {
        try (Database opened = Database.open(DatabaseUrl.file(database.file()))) {
            opened.write(handle -> handle.execute("DELETE FROM sessions"));
        }
    }
}
