// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Remembers the bytes that a parser reads, from a mark on, so that they can be kept as they came.
///
/// Of a thing that is larger than [#BOUND] only its beginning is remembered once the rest was let go.
public final class Tape extends InputStream {

    /// How much of a thing is remembered when all else was let go.
    public static final int BOUND = 1 << 20;

    private final InputStream in;
    private byte[] kept = new byte[64 << 10];
    private byte[] beginning = {};
    private long offset;
    private int length;
    private long mark;
    private long needed;
    private boolean ended;

    public Tape(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = in.read(into, from, count);
        if (read < 0) {
            ended = true;
        } else {
            keep(into, from, read);
        }
        return read;
    }

    /// Whether the input was read to its end.
    public boolean ended() {
        return ended;
    }

    /// Begins to remember at this byte, and forgets all before it.
    public void mark(long at) {
        mark = at;
        needed = at;
        beginning = new byte[0];
    }

    /// Lets go of what comes before this byte, where the marked thing is already larger than the bound.
    public void release(long before) {
        if (before - mark > BOUND) {
            if (beginning.length == 0) {
                beginning = bytes(mark, mark + BOUND);
            }
            needed = before;
        }
    }

    /// The marked thing up to this byte, or its beginning where it is larger than the bound.
    public byte[] marked(long to) {
        long end = Math.min(Math.min(to, mark + BOUND), offset + length);
        return beginning.length > 0 ? beginning : bytes(mark, end);
    }

    /// The marked thing and what was read behind it, within the bound.
    public byte[] marked() {
        return marked(Long.MAX_VALUE);
    }

    /// The marked thing and all behind it to the end of the input, or nothing where that is more than the bound.
    public byte[] rest() throws IOException {
        byte[] more = new byte[8 << 10];
        while (!ended && offset + length - mark <= BOUND) {
            read(more, 0, more.length);
        }
        return ended ? marked() : new byte[0];
    }

    /// One byte that is still remembered.
    public byte at(long position) {
        return kept[(int) (position - offset)];
    }

    /// Appends bytes that are still remembered.
    public void copy(long from, long to, Bytes into) {
        into.add(kept, (int) (from - offset), (int) (to - from));
    }

    private byte[] bytes(long from, long to) {
        return Arrays.copyOfRange(kept, (int) (from - offset), (int) (to - offset));
    }

    private void keep(byte[] more, int from, int count) {
        if (kept.length - length < count) {
            makeRoom(count);
        }
        System.arraycopy(more, from, kept, length, count);
        length += count;
    }

    private void makeRoom(int count) {
        int gone = (int) (needed - offset);
        int stays = length - gone;
        int wanted = Math.addExact(stays, count);
        byte[] next = wanted > kept.length / 2 ? new byte[Math.multiplyExact(2, wanted)] : kept;
        System.arraycopy(kept, gone, next, 0, stays);
        kept = next;
        length = stays;
        offset = needed;
    }
}
