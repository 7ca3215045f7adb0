// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import dev.birdsong.lakes.lucene.store.ReadOnlyStore;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.state.StateCopy;
import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Puts a backup together beside the places where it goes, and sees to it that a server can start from it.
///
/// @param force whether another key file may give way to that of the backup
record Staging(KeptBackup backup, Places places, boolean force) {

    /// Does both.
    ///
    /// @return whether the key file is still to be put to its place
    boolean run() throws IOException {
        for (KeptFile file : backup.manifest().files()) {
            if (!file.isOfLake()) {
                stage(file, Places.staged(place(file)));
            }
        }
        boolean keyMissing = checkKey();
        checkState();
        Path lake = Places.staged(places.lake());
        for (KeptFile file : backup.manifest().files()) {
            if (file.isOfLake()) {
                stage(file, lake.resolve(file.inLake()));
            }
        }
        checkLake(lake);
        return keyMissing;
    }

    private void stage(KeptFile file, Path to) throws IOException {
        OwnerOnly.folder(OwnerOnly.above(to));
        OwnerOnly.file(to, out -> backup.copy(file, out));
    }

    private Path place(KeptFile file) {
        return file.path().equals(KeptFile.KEY)
                ? places.key()
                : places.database().orElseThrow();
    }

    private Optional<StateCopy> state() {
        return places.database().map(Places::staged).filter(Files::exists).map(StateCopy::in);
    }

    private boolean checkKey() throws IOException {
        Path staged = Places.staged(places.key());
        boolean given = Files.exists(staged);
        if (!Files.exists(places.key())) {
            check(staged, given);
            return !given;
        }
        if (!given) {
            check(places.key(), true);
        } else if (fits(places.key())) {
            // it may have newer keys beside those of the backup
            Files.delete(staged);
        } else if (force) {
            check(staged, true);
        } else {
            throw new BackupException("the key file " + places.key() + " is not the one of the backup: move it away, or"
                    + " restore with --force");
        }
        return false;
    }

    private boolean fits(Path keyFile) {
        try {
            state().ifPresent(copy -> copy.checkKey(keyFile));
            return state().isPresent();
        } catch (StateException _) {
            return false;
        }
    }

    private void check(Path keyFile, boolean wanted) {
        if (wanted && state().isPresent() && !fits(keyFile)) {
            throw new BackupException("the key file " + keyFile + " does not belong to the state in " + backup.path()
                    + ": put the one there that does, or move it away and put that one there later");
        }
    }

    private void checkState() {
        try {
            state().ifPresent(StateCopy::prepare);
        } catch (StateException e) {
            throw new BackupException("cannot use the backup " + backup.path() + ": " + e.getMessage(), e);
        }
    }

    private void checkLake(Path lake) throws IOException {
        try (ReadOnlyStore store = ReadOnlyStore.open(lake)) {
            store.hold().close();
        } catch (LakeException e) {
            throw new BackupException("cannot use the backup " + backup.path() + ": " + e.getMessage(), e);
        }
        OwnerOnly.syncAll(lake);
    }
}
