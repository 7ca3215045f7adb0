// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import dev.birdsong.lakes.lucene.store.LakeSnapshot;
import dev.birdsong.settings.Settings;
import dev.birdsong.state.sql.DatabaseUrl;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Makes a backup from the files alone, whether a server runs or not.
///
/// The state comes first and the lake after it: positions move only behind durable records, so that a lake copied later
/// has all that the positions in the backup have passed. What it has beyond them is read again after a restore, and
/// nothing doubles.
///
/// @param version of the program
public record Backup(Settings settings, InstantSource clock, String version) {

    /// What goes into it.
    ///
    /// @param key whether the keys do
    /// @param state whether the state does: it does not where it is in PostgreSQL and was dumped before
    public record Choice(boolean key, boolean state) {}

    /// What was made.
    public record Made(int files, long bytes, int partitions) {}

    /// Makes it.
    ///
    /// @param to a new folder, or a new file that ends with `.zip`
    /// @throws BackupException if it cannot be made; then nothing is left of it
    public Made run(Path to, Choice choice) throws InterruptedException {
        return run(to, choice, () -> {});
    }

    /// The same, with something that happens between the moments at which state and lake are copied.
    Made run(Path to, Choice choice, Runnable between) throws InterruptedException {
        Optional<Path> database = new DatabaseUrl(settings.state().databaseUrl()).file();
        refuseWithoutDump(database, choice);
        try (Target target = Target.at(to)) {
            return run(target, () -> state(database, OwnerOnly.above(to), choice), choice, between);
        } catch (ClosedByInterruptException stopped) {
            throw (InterruptedException) new InterruptedException("the backup was stopped").initCause(stopped);
        } catch (IOException e) {
            throw new BackupException("cannot write the backup " + to + ": " + Reasons.of(e), e);
        }
    }

    private static void refuseWithoutDump(Optional<Path> database, Choice choice) {
        if (database.isEmpty() && choice.state()) {
            throw new BackupException("the state is in PostgreSQL: dump it first (pg_dump -Fc), then back up the lake"
                    + " with --without-state; in this order nothing is lost");
        }
        if (database.isPresent() && !choice.state()) {
            throw new BackupException("--without-state is for a state in PostgreSQL; this one is in " + database.get()
                    + " and belongs into the backup");
        }
    }

    @FunctionalInterface
    private interface Copying {
        CopiedState state() throws IOException;
    }

    private Made run(Target target, Copying copying, Choice choice, Runnable between) throws IOException {
        long began = clock.millis();
        try (CopiedState state = copying.state()) {
            between.run();
            try (LakeSnapshot lake = LakeSnapshot.of(settings.dataDir().resolve("lake"))) {
                return write(target, state, lake, choice, began);
            }
        }
    }

    private Made write(Target target, CopiedState state, LakeSnapshot lake, Choice choice, long began)
            throws IOException {
        var written = new Written(target);
        state.writeTo(written);
        lake.files((path, content) -> written.file(KeptFile.ofLake(path), content::writeTo));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                version,
                began,
                state.state(),
                new Manifest.Lake("lucene", lake.partitions()),
                choice.key(),
                written.files());
        target.finish(manifest.text());
        return new Made(manifest.files().size(), manifest.size(), lake.partitions());
    }

    private CopiedState state(Optional<Path> database, Path beside, Choice choice) throws IOException {
        Optional<Path> keyFile = choice.key() ? Optional.of(settings.state().keyFile()) : Optional.empty();
        return database.isPresent() ? CopiedState.of(database.get(), keyFile, beside) : CopiedState.elsewhere(keyFile);
    }
}
