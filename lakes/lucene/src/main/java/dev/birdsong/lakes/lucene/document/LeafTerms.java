// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.LeafText;
import java.net.InetAddress;
import org.apache.lucene.util.BytesRef;

/// Cuts leaves into terms: the whole text, its words, and the address that it may be.
final class LeafTerms {

    private static final int LONGEST_ADDRESS = 45;

    final TermList words = new TermList();
    final TermList wholes = new TermList();
    final TermList addresses = new TermList();

    void clear() {
        words.clear();
        wholes.clear();
        addresses.clear();
    }

    void add(byte[] path, char[] text, int from, int length) {
        if (length > LeafText.LONGEST) {
            addLong(path, new String(text, from, length));
            return;
        }
        wholes.append(path);
        addText(path, text, from, from + length);
        wholes.endTerm(true);
        if (length <= LONGEST_ADDRESS && mayBeAddress(text, from, from + length)) {
            Addresses.literal(new String(text, from, length)).ifPresent(address -> addAddress(path, address));
        }
    }

    private void addLong(byte[] path, String text) {
        wholes.append(path);
        BytesRef whole = new BytesRef(LeafText.whole(text));
        wholes.append(whole.bytes, whole.offset, whole.length);
        wholes.endTerm(true);
        boolean first = true;
        for (String word : LeafText.words(text)) {
            BytesRef utf8 = new BytesRef(word);
            words.append(utf8.bytes, utf8.offset, utf8.length);
            endWord(path, first);
            first = false;
        }
    }

    private void addText(byte[] path, char[] text, int from, int to) {
        boolean inWord = false;
        boolean first = true;
        int at = from;
        while (at < to) {
            int c = Character.codePointAt(text, at, to);
            at += Character.charCount(c);
            boolean belongs = isPartOfWord(c);
            if (inWord && !belongs) {
                endWord(path, first);
                first = false;
            }
            inWord = belongs;
            append(lower(c), belongs);
        }
        if (inWord && first && words.pendingLength() == wholes.pendingLength() - path.length) {
            words.dropPending();
        } else if (inWord) {
            endWord(path, first);
        }
    }

    private static boolean isPartOfWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetterOrDigit(c);
    }

    private static int lower(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
        }
        return Character.toLowerCase(c);
    }

    private void append(int c, boolean toWord) {
        encode(wholes, c);
        if (toWord) {
            encode(words, c);
        }
    }

    private static void encode(TermList terms, int c) {
        if (c < 0x80) {
            terms.append(c);
        } else if (c < 0x800) {
            terms.append(0xc0 | (c >> 6));
            terms.append(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            encodeThree(terms, c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c);
        } else {
            terms.append(0xf0 | (c >> 18));
            terms.append(0x80 | ((c >> 12) & 0x3f));
            terms.append(0x80 | ((c >> 6) & 0x3f));
            terms.append(0x80 | (c & 0x3f));
        }
    }

    private static void encodeThree(TermList terms, int c) {
        terms.append(0xe0 | (c >> 12));
        terms.append(0x80 | ((c >> 6) & 0x3f));
        terms.append(0x80 | (c & 0x3f));
    }

    private void endWord(byte[] path, boolean first) {
        words.append(Path.END);
        words.append(path);
        words.endTerm(first);
    }

    private void addAddress(byte[] path, InetAddress address) {
        addresses.append(path);
        addresses.append(Addresses.bytes(address));
        addresses.endTerm(true);
    }

    /// Looks at the first characters only; most leaves are told apart by them.
    private static boolean mayBeAddress(char[] text, int from, int to) {
        int at = from;
        while (at < to && Character.digit(text[at], 16) >= 0) {
            at++;
        }
        return at < to && at - from <= 4 && (text[at] == ':' || text[at] == '.');
    }
}
