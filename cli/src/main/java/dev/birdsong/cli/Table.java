// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text with aligned columns. Control characters are shown, not obeyed.
record Table(List<String> heads, List<List<String>> rows) {

    private static final int WIDEST = 40;

    void print(PrintWriter out) {
        List<Integer> widths =
                IntStream.range(0, heads.size()).map(this::width).boxed().toList();
        out.println(line(heads, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> shown(row.get(column)).length())
                .max()
                .orElse(0);
        return Math.max(heads.get(column).length(), widest);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(shown(cells.get(i)), widths.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String shown(String cell) {
        String visible = cell.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '.' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() > WIDEST ? visible.substring(0, WIDEST - 1) + "…" : visible;
    }
}
