// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

/// A value of a record as people see it. What cannot be seen, or would turn the text around, is shown as a sign for it,
/// so that nobody is fooled by a name that looks like another.
public final class Shown {

    private static final int LONGEST_IN_A_CELL = 160;
    private static final int FIRST_PICTURE = 0x2400;
    private static final int DELETE = 0x7f;

    private Shown() {}

    /// All of it.
    public static String text(String value) {
        if (value.codePoints().noneMatch(Shown::isHidden)) {
            return value.isBlank() ? value.replaceAll("\\s", "␠") : value;
        }
        StringBuilder shown = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (isHidden(c)) {
                shown.append(sign(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /// As much of it as a table has room for.
    public static String cell(String value) {
        if (value.length() <= LONGEST_IN_A_CELL) {
            return text(value);
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_IN_A_CELL - 1))
                ? LONGEST_IN_A_CELL - 1
                : LONGEST_IN_A_CELL;
        return text(value.substring(0, end)) + "…";
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String sign(int c) {
        if (c < ' ') {
            return Character.toString(FIRST_PICTURE + c);
        }
        return c == DELETE ? "␡" : "⟨U+%04X⟩".formatted(c);
    }
}
