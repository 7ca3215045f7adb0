// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Position;
import java.util.HashMap;
import java.util.Map;

/// Keeps positions while a test runs.
final class MemoryPositions implements Positions {

    private final Map<StreamKey, Position> kept = new HashMap<>();

    @Override
    public Position load(StreamKey stream) {
        return kept.getOrDefault(stream, Position.START);
    }

    @Override
    public void advance(StreamKey stream, Position next) {
        kept.put(stream, next);
    }
}
