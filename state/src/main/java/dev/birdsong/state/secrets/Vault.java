// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import com.google.crypto.tink.Aead;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.sql.StateException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/// Seals secrets for the database and opens them again, by keys in a file outside it.
///
/// Each is bound to what it belongs to, its context: copied elsewhere it cannot be opened. Another process may replace
/// the
/// keys; this one takes them up by itself.
public final class Vault {

    private final KeyFile file;
    private volatile Loaded loaded;

    private record Loaded(KeyFile.Stamp stamp, Keys keys, Aead aead) {}

    private Vault(KeyFile file) {
        this.file = file;
        this.loaded = load(file);
    }

    /// Opens the keys in this file.
    ///
    /// @throws StateException.Unavailable if there is none, others may read it, or it has no keys
    public static Vault open(Path file) {
        KeyFile keys = new KeyFile(file);
        if (!keys.exists()) {
            throw new StateException.Unavailable("the key file " + file
                    + " is gone, and without it the secrets in the database cannot be read: put it back");
        }
        return new Vault(keys);
    }

    /// Opens the keys in this file, which is made where it is not there.
    ///
    /// @throws StateException.Unavailable if others may read it, or it has no keys
    public static Vault openOrMake(Path file) {
        KeyFile keys = new KeyFile(file);
        if (!keys.exists()) {
            keys.make(fresh());
        }
        return new Vault(keys);
    }

    /// Seals a secret.
    ///
    /// @param context what it belongs to, such as `connector/17`
    public byte[] seal(Secret secret, String context) {
        try {
            return current().aead().encrypt(bytes(secret.reveal()), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new StateException.Unavailable("cannot encrypt a secret by the keys in " + file.path(), e);
        }
    }

    /// Opens a secret.
    ///
    /// @param context what it was sealed for
    /// @throws StateException.Unavailable if the keys do not fit
    public Secret open(byte[] sealed, String context) {
        try {
            return new Secret(new String(opened(sealed, bytes(context)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new StateException.Unavailable(
                    "cannot decrypt the secret of " + context + ": the key file " + file.path()
                            + " does not belong to this database; put back the one that does",
                    e);
        }
    }

    private byte[] opened(byte[] sealed, byte[] context) throws GeneralSecurityException {
        Loaded before = loaded;
        try {
            return before.aead().decrypt(sealed, context);
        } catch (GeneralSecurityException e) {
            Loaded now = current();
            if (now.stamp().equals(before.stamp())) {
                throw e;
            }
            return now.aead().decrypt(sealed, context);
        }
    }

    /// Adds a key that seals from now on, unless an earlier rotation that was cut has done so.
    void addKey() {
        try {
            Keys keys = current().keys();
            if (keys.count() == 1) {
                replace(keys.withNewest());
            }
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    /// Forgets all keys but the one that seals.
    void dropOldKeys() {
        try {
            replace(current().keys().newestOnly());
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private void replace(Keys keys) throws GeneralSecurityException {
        file.replace(keys.text());
        loaded = load(file);
    }

    private Loaded current() {
        Loaded known = loaded;
        if (!known.stamp().equals(file.stamp())) {
            known = load(file);
            loaded = known;
        }
        return known;
    }

    private static Loaded load(KeyFile file) {
        KeyFile.Stamp stamp = file.stamp();
        try {
            Keys keys = Keys.parse(file.read());
            return new Loaded(stamp, keys, keys.aead());
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private static String fresh() {
        try {
            return Keys.fresh().text();
        } catch (GeneralSecurityException e) {
            throw new StateException.Unavailable("cannot make an encryption key on this Java", e);
        }
    }

    private static StateException.Unavailable unreadable(KeyFile file, GeneralSecurityException cause) {
        return new StateException.Unavailable(
                "the key file " + file.path() + " does not have keys that can be read: put back the one that had",
                cause);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
