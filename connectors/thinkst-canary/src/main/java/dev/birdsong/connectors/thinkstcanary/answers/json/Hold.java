// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps frames of bytes until what they need is known: in memory up to a bound, beyond it in a temporary file.
public final class Hold implements AutoCloseable {

    private final Path folder;
    private final int bound;
    private final Bytes memory = new Bytes();
    private Optional<Spool> spool = Optional.empty();
    private long count;

    /// Takes frames back, in the order in which they came.
    public interface Taker {
        /// Takes one frame; the array is valid during the call.
        void take(byte[] frame, int from, int length) throws IOException, InterruptedException;
    }

    private record Spool(Path file, OutputStream out) {}

    /// @param folder where the temporary file is made, should it come to that
    /// @param bound how many bytes are kept in memory
    public Hold(Path folder, int bound) {
        this.folder = folder;
        this.bound = bound;
    }

    /// How many frames are kept.
    public long count() {
        return count;
    }

    /// Keeps a copy of this frame.
    public void add(Bytes frame) throws IOException {
        count++;
        memory.addInt(frame.length()).add(frame.array(), 0, frame.length());
        if (memory.length() > bound) {
            spill();
        }
    }

    /// Hands over all frames.
    public void replay(Taker taker) throws IOException, InterruptedException {
        if (spool.isPresent()) {
            spill();
            spool.get().out.flush();
            try (InputStream file = Files.newInputStream(spool.get().file)) {
                replay(new DataInputStream(new BufferedInputStream(file, 64 << 10)), taker);
            }
        } else {
            replayMemory(taker);
        }
    }

    /// Forgets all frames.
    public void clear() throws IOException {
        count = 0;
        memory.shrinkTo(0);
        if (spool.isPresent()) {
            Spool gone = spool.get();
            spool = Optional.empty();
            try (gone.out) {
                Files.deleteIfExists(gone.file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear();
    }

    private void spill() throws IOException {
        if (spool.isEmpty()) {
            Path file = Files.createTempFile(folder, "birdsong-incident-", ".events");
            spool = Optional.of(new Spool(file, new BufferedOutputStream(Files.newOutputStream(file), 64 << 10)));
        }
        spool.get().out.write(memory.array(), 0, memory.length());
        memory.shrinkTo(0);
    }

    private void replay(DataInputStream in, Taker taker) throws IOException, InterruptedException {
        byte[] frame = new byte[64 << 10];
        for (long i = 0; i < count; i++) {
            int length = in.readInt();
            if (length > frame.length) {
                frame = new byte[length];
            }
            in.readFully(frame, 0, length);
            taker.take(frame, 0, length);
        }
    }

    private void replayMemory(Taker taker) throws IOException, InterruptedException {
        byte[] all = memory.array();
        int at = 0;
        for (long i = 0; i < count; i++) {
            int length = ByteBuffer.wrap(all).getInt(at);
            taker.take(all, at + Integer.BYTES, length);
            at += Integer.BYTES + length;
        }
    }
}
