// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command finds its settings.
final class SettingsOption {

    private static final Path USUAL = Path.of("birdsong.yml");

    @Option(names = "--config", description = "The settings file; birdsong.yml if there is one.")
    private @Nullable Path config;

    Settings read() {
        Optional<Path> usual = Optional.of(USUAL).filter(Files::exists);
        return SettingsReader.read(Optional.ofNullable(config).or(() -> usual), System.getenv());
    }
}
