// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.settings.Settings;
import dev.birdsong.state.sql.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where things of a restore go. They are put together beside their places, and take them when all of them are there.
///
/// @param database nothing where the state is in PostgreSQL
record Places(Path dataDir, Optional<Path> database, Path key, Path lake) {

    private static final String STAGED = ".restoring";

    static Places of(Settings settings) {
        return new Places(
                settings.dataDir(),
                new DatabaseUrl(settings.state().databaseUrl()).file(),
                settings.state().keyFile(),
                settings.dataDir().resolve("lake"));
    }

    /// Where something is put together.
    static Path staged(Path place) {
        return place.resolveSibling(place.getFileName() + STAGED);
    }

    /// What a restore would take the place of. A key file alone is none of it: it may have been put there for it.
    Optional<Path> inTheWay() throws IOException {
        if (database.filter(Files::exists).isPresent()) {
            return database;
        }
        if (!Files.isDirectory(dataDir)) {
            return Optional.of(dataDir).filter(Files::exists);
        }
        Set<Path> allowed = Set.of(
                key.toAbsolutePath().normalize(),
                dataDir.resolve("spool").toAbsolutePath().normalize());
        try (Stream<Path> files = Files.list(dataDir)) {
            return files.filter(file -> !file.getFileName().toString().endsWith(STAGED))
                    .filter(file -> !allowed.contains(file.toAbsolutePath().normalize()))
                    .findFirst();
        }
    }

    /// Makes room for putting things together, and removes what an earlier restore left that was cut.
    void clear() throws IOException {
        OwnerOnly.folder(dataDir);
        for (Path place : all()) {
            OwnerOnly.folder(OwnerOnly.above(place));
            for (Path file : withCompanions(staged(place))) {
                OwnerOnly.delete(file);
            }
        }
    }

    /// A step of taking the places. A restore may be cut between any two.
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /// Puts everything into its place, step by step. From the first step to the last nobody can start from what is
    /// there.
    List<Step> steps() {
        var mark = new RestoreMark(dataDir);
        List<Step> steps = new ArrayList<>();
        steps.add(mark::set);
        for (Path place : all()) {
            if (Files.exists(staged(place))) {
                withCompanions(place).forEach(old -> steps.add(() -> OwnerOnly.delete(old)));
                steps.add(() -> Files.move(staged(place), place, StandardCopyOption.ATOMIC_MOVE));
                steps.add(() -> OwnerOnly.sync(OwnerOnly.above(place)));
            }
        }
        steps.add(mark::clear);
        return steps;
    }

    private List<Path> all() {
        List<Path> all = new ArrayList<>(database.stream().toList());
        all.add(key);
        all.add(lake);
        return all;
    }

    /// A database that was not closed has two files beside its own, which belong to no other.
    private static List<Path> withCompanions(Path place) {
        return List.of(
                place,
                place.resolveSibling(place.getFileName() + "-wal"),
                place.resolveSibling(place.getFileName() + "-shm"));
    }
}
