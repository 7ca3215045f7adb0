// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.Positions;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Positions as files in a folder, one a stream.
public final class FilePositions implements Positions {

    private final Path folder;

    public FilePositions(Path folder) {
        this.folder = folder;
    }

    @Override
    public Position load(StreamKey stream) {
        DurableFile file = file(stream);
        try {
            return file.read()
                    .map(content -> new Position(new String(content, StandardCharsets.UTF_8)))
                    .orElse(Position.START);
        } catch (IOException e) {
            throw new PositionException("cannot read the position in " + file.path() + ": " + Causes.of(e), e);
        }
    }

    @Override
    public void advance(StreamKey stream, Position next) {
        DurableFile file = file(stream);
        try {
            file.write(next.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PositionException("cannot write the position to " + file.path() + ": " + Causes.of(e), e);
        }
    }

    private DurableFile file(StreamKey stream) {
        return new DurableFile(folder, FileNames.of(stream) + ".json");
    }
}
