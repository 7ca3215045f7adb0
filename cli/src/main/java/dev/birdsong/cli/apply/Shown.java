// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.regex.Pattern;

/// Text of others in a line of ours: it cannot break the line, nor talk to the terminal, nor fill it.
final class Shown {

    private static final int LONGEST = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Shown() {}

    static String line(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }

    static String value(String text) {
        return line(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
    }
}
