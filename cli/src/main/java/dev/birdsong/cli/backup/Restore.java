// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import dev.birdsong.lakes.lucene.store.LakeLock;
import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.settings.Settings;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;

/// Puts a backup back: all of it, or nothing.
public record Restore(Settings settings) {

    /// What was restored.
    ///
    /// @param keyMissing whether the key file has to be put to its place before a server starts
    /// @param stateElsewhere whether the state has to be restored from its dump
    public record Restored(int files, long bytes, long madeAt, boolean keyMissing, boolean stateElsewhere) {}

    /// Reads a backup to its end, and changes nothing.
    ///
    /// @throws BackupException if it is not whole
    public static Restored check(Path from) throws InterruptedException {
        try (KeptBackup backup = KeptBackup.open(from)) {
            backup.check();
            return restored(backup.manifest(), !backup.manifest().withKey());
        } catch (IOException e) {
            throw failure("cannot read the backup " + from, e);
        }
    }

    /// Restores it.
    ///
    /// @param force whether it may take the place of what is there
    /// @throws BackupException if it cannot be restored; what was there stays as it was
    public Restored run(Path from, boolean force) throws InterruptedException {
        Places places = Places.of(settings);
        try (KeptBackup backup = KeptBackup.open(from)) {
            refuseOtherState(backup, places);
            try (LakeLock _ = LakeLock.of(places.lake())) {
                // what a cut restore has left is worth nothing
                boolean worthless = force || new RestoreMark(places.dataDir()).isSet();
                refuseToOverwrite(places, worthless);
                return run(backup, places, worthless);
            }
        } catch (IOException e) {
            throw failure("cannot restore " + from + " to " + settings.dataDir(), e);
        }
    }

    private static Restored run(KeptBackup backup, Places places, boolean force) throws IOException {
        boolean staged = false;
        try {
            places.clear();
            boolean keyMissing = new Staging(backup, places, force).run();
            staged = true;
            for (Places.Step step : places.steps()) {
                step.run();
            }
            return restored(backup.manifest(), keyMissing);
        } finally {
            if (!staged) {
                places.clear();
            }
        }
    }

    private static void refuseOtherState(KeptBackup backup, Places places) {
        boolean elsewhere = backup.manifest().state().isElsewhere();
        if (places.database().isEmpty() && !elsewhere) {
            throw new BackupException(
                    "the backup " + backup.path() + " has its state in SQLite, and 'database-url' names"
                            + " PostgreSQL: restore it with settings that do not");
        }
        if (places.database().isPresent() && elsewhere) {
            throw new BackupException("the backup " + backup.path() + " has no state, which was in PostgreSQL: set"
                    + " 'database-url' to the database that its dump was restored to");
        }
    }

    private static void refuseToOverwrite(Places places, boolean worthless) throws IOException {
        if (worthless) {
            return;
        }
        Optional<Path> inTheWay = places.inTheWay();
        if (inTheWay.isPresent()) {
            throw new BackupException(places.dataDir() + " is not empty, there is " + inTheWay.get()
                    + ": restore to another 'data-dir', or give what is there up with --force");
        }
    }

    private static BackupException failure(String attempted, IOException e) throws InterruptedException {
        if (e instanceof ClosedByInterruptException) {
            throw (InterruptedException) new InterruptedException("stopped").initCause(e);
        }
        return new BackupException(attempted + ": " + Reasons.of(e), e);
    }

    private static Restored restored(Manifest manifest, boolean keyMissing) {
        return new Restored(
                manifest.files().size(),
                manifest.size(),
                manifest.madeAt(),
                keyMissing,
                manifest.state().isElsewhere());
    }
}
