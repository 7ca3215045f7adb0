// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import java.util.List;
import java.util.stream.Collectors;

/// One line of CSV, quoted as RFC 4180 says. What a spreadsheet would take for a formula gets an apostrophe in front.
public record CsvLine(List<String> values) {

    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

    public CsvLine {
        values = List.copyOf(values);
    }

    /// The line, with its end.
    public String text() {
        return values.stream().map(CsvLine::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    /// Programs pass over blanks and over what cannot be seen, and take the wide forms of signs for the signs.
    private static boolean isFormula(String value) {
        int first = value.codePoints().filter(c -> !isPassedOver(c)).findFirst().orElse(0);
        boolean beginsACell = !value.isEmpty() && "\t\r\n".indexOf(value.charAt(0)) >= 0;
        return (beginsACell || SIGNS.indexOf(first) >= 0) && !isNumber(value);
    }

    private static boolean isPassedOver(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
