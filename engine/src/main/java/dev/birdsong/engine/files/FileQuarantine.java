// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Quarantined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A folder with two files for each thing that could not be read: its bytes (`.raw`) and the reason (`.reason`).
public final class FileQuarantine implements Quarantine {

    private final Path folder;

    public FileQuarantine(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(StreamKey stream, Quarantined unreadable) {
        Path of = folder.resolve(FileNames.of(stream));
        try {
            new DurableFile(of, unreadable.id() + ".raw")
                    .write(unreadable.content().bytes());
            new DurableFile(of, unreadable.id() + ".reason")
                    .write(unreadable.reason().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PositionException("cannot keep an unreadable record in " + of + ": " + Causes.of(e), e);
        }
    }
}
