// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static dev.birdsong.query.Trees.PARSER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.query.Query;
import dev.birdsong.testkit.RandomSeeds;
import java.util.List;
import java.util.Random;

class QueryPropertiesTest {

    private static final List<String> PIECES = List.of(
            "a",
            "root",
            " ",
            "  ",
            ":",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\\",
            "*",
            "?",
            "+",
            "-",
            "!",
            "&&",
            "||",
            "/",
            "~",
            "^2",
            "AND",
            " OR ",
            " NOT ",
            " TO ",
            ">",
            "<=",
            "=",
            "timestamp:",
            "srcip:",
            "srcport:",
            "_exists_:",
            "now",
            "-5h",
            "/d",
            "2026-11-24",
            "T10:00",
            "10.0.0.0/8",
            "::1",
            "00:11:22:33:44:55",
            "\u0000",
            "\ud83d",
            "é");

    @RandomSeeds(500)
    void readsBackEveryTreeThatIsPrinted(long seed) {
        var random = new Random(seed);
        Query tree = new RandomQueries(random).next(4);
        String printed = new QueryPrinter(random).print(tree);

        assertThat(PARSER.parse(printed)).as(printed).isEqualTo(tree);
    }

    @RandomSeeds(500)
    void answersAnyTextWithATreeOrAProblemInIt(long seed) {
        var random = new Random(seed);

        for (int i = 0; i < 20; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(random.nextInt(30), 0, PIECES.size()).forEach(piece -> typed.append(PIECES.get(piece)));
            random.ints(random.nextInt(3), 0, 0x300).forEach(c -> typed.append((char) c));
            answers(typed.toString());
        }
    }

    private static void answers(String typed) {
        try {
            assertThat(PARSER.parse(typed)).as(typed).isNotNull();
        } catch (QueryException problem) {
            assertThat(problem.column()).as(typed).isBetween(1, typed.length() + 1);
            assertThat(problem.reason()).as(typed).matches("[^\\p{Cntrl}]+");
        }
    }
}
