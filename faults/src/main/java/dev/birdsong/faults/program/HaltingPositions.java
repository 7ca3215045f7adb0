// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import dev.birdsong.engine.Positions;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;

/// Positions around whose moves the process can end.
record HaltingPositions(Positions positions, Halt halt) implements Positions {

    @Override
    public Position load(StreamKey stream) {
        return positions.load(stream);
    }

    @Override
    public void advance(StreamKey stream, Position next) {
        halt.at(Step.BEFORE_MOVE);
        positions.advance(stream, next);
        halt.at(Step.AFTER_MOVE);
    }
}
