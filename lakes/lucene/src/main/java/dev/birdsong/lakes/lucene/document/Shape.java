// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// Which paths a document has leaves at, as one term that most documents of a kind share: the sorted hashes of these
/// paths and of all above them. A term for each path would be a fifth of all that is indexed.
public final class Shape {

    /// A term holds so many hashes; a document with more has more than one.
    private static final int MOST = 4_000;

    private static final long LEAF = 1;

    private long[] entries = new long[128];
    private int count;

    void clear() {
        count = 0;
    }

    /// A path that has a leaf.
    void addLeaf(long hash) {
        add(hash | LEAF);
    }

    /// A path that has a leaf or is above one.
    void addAbove(long hash) {
        add(hash & ~LEAF);
    }

    private void add(long entry) {
        if (count == entries.length) {
            entries = ArrayUtil.grow(entries);
        }
        entries[count++] = entry;
    }

    void writeTo(TermList terms) {
        Arrays.sort(entries, 0, count);
        int inTerm = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0 && entries[i] == entries[i - 1]) {
                continue;
            }
            for (int shift = (Path.HASH - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                terms.append((int) (entries[i] >>> shift));
            }
            inTerm++;
            if (inTerm == MOST) {
                terms.endTerm(true);
                inTerm = 0;
            }
        }
        if (inTerm > 0) {
            terms.endTerm(true);
        }
    }

    /// Whether a document with this term has a leaf at a path, or also below it.
    public static boolean has(BytesRef term, String path, boolean orBelow) {
        byte[] hash = Path.hash(path);
        long wanted = orBelow ? Path.number(hash) & ~LEAF : Path.number(hash) | LEAF;
        for (int at = term.offset; at < term.offset + term.length; at += Path.HASH) {
            if (Path.number(term.bytes, at) == wanted) {
                return true;
            }
        }
        return false;
    }
}
