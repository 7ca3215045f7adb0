// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumns() {
        assertThat(printed(List.of("a", "b"), List.of(List.of("long one", "x"), List.of("y", "z"))))
                .isEqualTo("a         b\nlong one  x\ny         z\n");
    }

    @Test
    void showsControlCharactersAndDirectionMarksAsDots() {
        String hostile = "a" + (char) 27 + "[31mred" + (char) 0x202e + "x" + (char) 0;

        assertThat(printed(List.of("a"), List.of(List.of(hostile)))).isEqualTo("a\na.[31mred.x.\n");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(printed(List.of("a"), List.of(List.of("x".repeat(100)))))
                .contains("x".repeat(39) + "…")
                .doesNotContain("x".repeat(40));
    }

    private static String printed(List<String> heads, List<List<String>> rows) {
        var text = new StringWriter();
        new Table(heads, rows, List.of()).print(new PrintWriter(text), true);
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
