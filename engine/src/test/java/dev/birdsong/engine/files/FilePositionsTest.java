// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePositionsTest {

    private static final StreamKey STREAM = new StreamKey("127.0.0.1:18080", "incidents");

    @TempDir
    Path folder;

    @Test
    void startsAtTheBeginning() {
        assertThat(new FilePositions(folder).load(STREAM)).isEqualTo(Position.START);
    }

    @Test
    void keepsAPositionForTheNextProcess() {
        new FilePositions(folder.resolve("positions")).advance(STREAM, new Position("{\"id\":1}"));

        assertThat(new FilePositions(folder.resolve("positions")).load(STREAM)).isEqualTo(new Position("{\"id\":1}"));
    }

    @Test
    void doesNotMixUpStreams() {
        FilePositions positions = new FilePositions(folder);

        positions.advance(STREAM, new Position("1"));

        assertThat(positions.load(new StreamKey(STREAM.sourceKey(), "devices"))).isEqualTo(Position.START);
    }

    @Test
    void ignoresAFileThatACrashLeftHalfWritten() throws IOException {
        FilePositions positions = new FilePositions(folder);
        positions.advance(STREAM, new Position("1"));
        Files.writeString(folder.resolve("127.0.0.1%3A18080.incidents.json.next"), "{\"half");

        assertThat(positions.load(STREAM)).isEqualTo(new Position("1"));
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new FilePositions(file).advance(STREAM, new Position("1")))
                .isInstanceOf(PositionException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void keepsUnreadableBytesAndTheReason() {
        new FileQuarantine(folder).keep(STREAM, new Quarantined("q1", "not an object", Document.of("[1")));

        Path of = folder.resolve("127.0.0.1%3A18080.incidents");
        assertThat(of.resolve("q1.raw")).hasContent("[1");
        assertThat(of.resolve("q1.reason")).hasContent("not an object");
    }
}
