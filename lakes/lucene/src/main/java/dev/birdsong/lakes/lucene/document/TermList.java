// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// The terms of one field of one document, as bytes one after the other. Used again for the next document.
final class TermList extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef slice = new BytesRef();

    private byte[] bytes = new byte[4_096];
    private int used;
    private int[] ends = new int[256];
    private boolean[] apart = new boolean[256];
    private int count;
    private int next;

    void clear() {
        used = 0;
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void append(int value) {
        if (used == bytes.length) {
            bytes = ArrayUtil.grow(bytes);
        }
        bytes[used++] = (byte) value;
    }

    void append(byte[] more) {
        append(more, 0, more.length);
    }

    void append(byte[] more, int from, int length) {
        bytes = ArrayUtil.grow(bytes, used + length);
        System.arraycopy(more, from, bytes, used, length);
        used += length;
    }

    /// Ends the term that was appended byte by byte.
    ///
    /// @param startsLeaf whether it does not follow the term before it
    void endTerm(boolean startsLeaf) {
        if (count == ends.length) {
            ends = ArrayUtil.grow(ends);
            apart = Arrays.copyOf(apart, ends.length);
        }
        apart[count] = startsLeaf;
        ends[count++] = used;
    }

    /// How many bytes were appended since the last term.
    int pendingLength() {
        return used - start(count);
    }

    /// Forgets what was appended since the last term.
    void dropPending() {
        used = start(count);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == count) {
            return false;
        }
        slice.bytes = bytes;
        slice.offset = start(next);
        slice.length = ends[next] - slice.offset;
        term.setBytesRef(slice);
        position.setPositionIncrement(apart[next] ? 2 : 1);
        next++;
        return true;
    }
}
