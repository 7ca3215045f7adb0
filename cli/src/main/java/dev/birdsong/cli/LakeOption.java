// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which lake a command reads.
final class LakeOption {

    @Option(
            names = "--lake",
            description = "The folder that 'collect' wrote; else that of data-dir, else that of the demo.")
    private @Nullable Path lake;

    @Mixin
    private SettingsOption settings;

    boolean isGiven() {
        return lake != null;
    }

    LakeFolder folder() {
        return Optional.ofNullable(lake).map(LakeOption::given).orElseGet(this::usual);
    }

    private static LakeFolder given(Path path) {
        LakeFolder folder = new LakeFolder(path);
        if (!Files.isDirectory(folder.lake())) {
            throw new CommandException("there is no lake in " + path + "; name the folder that 'collect --out' wrote");
        }
        return folder;
    }

    private LakeFolder usual() {
        Path dataDir = settings.read().dataDir();
        return Stream.of(new LakeFolder(dataDir), DemoCommand.folder(dataDir))
                .filter(folder -> Files.isDirectory(folder.lake()))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "there is no lake in " + dataDir + "; name one by --lake, or start 'birdsong demo'"));
    }
}
