// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.spi.record.Document;

/// The bytes of an object without some members that were read out of it.
final class Remainder {

    private final Bytes kept = new Bytes();
    private long from;
    private boolean commaLeft;

    /// Begins where the object begins.
    void begin(long at) {
        kept.shrinkTo(0);
        from = at;
        commaLeft = false;
    }

    /// A member is to be left out whose value begins here.
    void leaveOut(Tape tape, long value) {
        long key = keyOf(tape, value);
        long before = nonBlankBefore(tape, key);
        boolean first = tape.at(before) == '{';
        keep(tape, first ? key : before);
        commaLeft |= first;
    }

    /// The value that is left out ends here.
    void goOn(long at) {
        from = at;
    }

    /// Ends where the object ends.
    Document end(Tape tape, long at) {
        keep(tape, at);
        return kept.document();
    }

    private void keep(Tape tape, long to) {
        long start = from;
        while (commaLeft && start < to && (blank(tape.at(start)) || tape.at(start) == ',')) {
            commaLeft = tape.at(start) != ',';
            start++;
        }
        commaLeft = commaLeft && start == to;
        tape.copy(start, to, kept);
        from = to;
    }

    private static long keyOf(Tape tape, long value) {
        long colon = nonBlankBefore(tape, value);
        long quote = nonBlankBefore(tape, colon);
        long start = quote - 1;
        while (tape.at(start) != '"') {
            start--;
        }
        return start;
    }

    private static long nonBlankBefore(Tape tape, long at) {
        long before = at - 1;
        while (blank(tape.at(before))) {
            before--;
        }
        return before;
    }

    private static boolean blank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
