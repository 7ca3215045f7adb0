// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import java.util.List;
import java.util.stream.Collectors;

/// One line of CSV, quoted as RFC 4180 says. What a spreadsheet would take for a formula gets an apostrophe in front.
public record CsvLine(List<String> values) {

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

    private static boolean isFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
