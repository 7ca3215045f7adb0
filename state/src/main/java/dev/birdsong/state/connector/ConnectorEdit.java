// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.spi.connector.Secret;
import java.util.Optional;

/// What a connector shall be from now on.
///
/// @param authToken empty: stays as it is
/// @param anotherConsole whether a changed host is another console; else it is the same one under a new name, and
/// collecting goes
///     on where it was
public record ConnectorEdit(
        Configuration configuration, Collecting collecting, Optional<Secret> authToken, boolean anotherConsole) {}
