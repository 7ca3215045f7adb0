// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.nio.file.Path;
import java.util.Optional;

/// All settings, checked.
///
/// @param dataDir where everything lives that Birdsong keeps
/// @param consoles which consoles may be asked, and how
/// @param retention how long records are kept
/// @param server where the server listens
/// @param state where the state lives
/// @param node what this process is called
/// @param messages how people are told what needs them
public record Settings(
        Path dataDir,
        ConsoleSettings consoles,
        RetentionSettings retention,
        ServerSettings server,
        StateSettings state,
        NodeSettings node,
        MessageSettings messages) {

    /// How long records are kept, as a whole number of days; empty: for ever.
    public record RetentionSettings(Optional<Integer> syslogDays, Optional<Integer> assetsDays) {}
}
