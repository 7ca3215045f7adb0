// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text with aligned columns. Control characters are shown, not obeyed.
///
/// @param least how wide columns are at least; none: as wide as their heads
record Table(List<String> heads, List<List<String>> rows, List<Integer> least) {

    private static final int WIDEST = 40;

    List<Integer> widths() {
        return IntStream.range(0, heads.size()).map(this::width).boxed().toList();
    }

    void print(PrintWriter out, boolean withHeads) {
        List<Integer> widths = widths();
        if (withHeads) {
            out.println(line(heads, widths));
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> shown(row.get(column)).length())
                .max()
                .orElse(0);
        int before = least.isEmpty() ? heads.get(column).length() : least.get(column);
        return Math.max(before, widest);
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
