// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.spi.connector.Position;
import java.time.Instant;

/// A walk through all that a source holds, as far as it has come.
///
/// @param position where it goes on
/// @param epoch the epoch that it walks
/// @param complete whether everything was read
/// @param counts what it has done
public record OpenWalk(Position position, long epoch, Instant began, boolean complete, RoundCounts counts) {}
