// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The end of an answer that stopped being JSON in the only record of its list: what it says behind the list.
///
/// No record can pass for that: it stands at the very end, and a record would have a closing brace of its own there.
///
/// @param length how many bytes the record has
/// @param cursor the cursor behind the list, or empty
record AnswerEnd(int length, String cursor) {

    private static final int LONGEST = 4 << 10;
    private static final Pattern ANOTHER_RECORD = Pattern.compile("\\}\\s*,\\s*\\{");
    private static final Pattern END = Pattern.compile("\\]\\s*,\\s*\"cursor\"\\s*:\\s*\\{(?<cursor>[^{}]*)\\}\\s*"
            + "(?:,\\s*\"[a-z_]{1,40}\"\\s*:\\s*(?:\"[a-z]{0,40}\"|[0-9]{1,20}|null)\\s*)*\\}\\s*$");
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /// Nothing where the answer does not end so, or other records may follow.
    ///
    /// @param rest from the record at fault to the end of the answer
    static Optional<AnswerEnd> of(byte[] rest) {
        String text = new String(rest, StandardCharsets.ISO_8859_1);
        Matcher end = END.matcher(text).region(Math.max(0, text.length() - LONGEST), text.length());
        if (ANOTHER_RECORD.matcher(text).find() || !end.find()) {
            return Optional.empty();
        }
        Matcher next = NEXT.matcher(end.group("cursor"));
        return Optional.of(new AnswerEnd(end.start(), next.find() ? next.group(1) : ""));
    }
}
