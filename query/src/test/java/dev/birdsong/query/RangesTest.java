// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static dev.birdsong.query.Trees.OPEN;
import static dev.birdsong.query.Trees.PARSER;
import static dev.birdsong.query.Trees.and;
import static dev.birdsong.query.Trees.excl;
import static dev.birdsong.query.Trees.incl;
import static dev.birdsong.query.Trees.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.birdsong.spi.query.Query;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {

    @ParameterizedTest
    @MethodSource("ranges")
    void readsRanges(String typed, Query tree) {
        assertThat(PARSER.parse(typed)).isEqualTo(tree);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments("srcport:[1 TO 5]", range("srcport", incl("1"), incl("5"))),
                arguments("srcport:[1 TO 5}", range("srcport", incl("1"), excl("5"))),
                arguments("srcport:{1 TO 5]", range("srcport", excl("1"), incl("5"))),
                arguments("srcport:{1 TO 5}", range("srcport", excl("1"), excl("5"))),
                arguments("srcport:[ 1  to  5 ]", range("srcport", incl("1"), incl("5"))),
                arguments("srcport:[1 TO *]", range("srcport", incl("1"), OPEN)),
                arguments("srcport:{* TO 5}", range("srcport", OPEN, excl("5"))),
                arguments("srcport:>22", range("srcport", excl("22"), OPEN)),
                arguments("srcport:>=22", range("srcport", incl("22"), OPEN)),
                arguments("srcport:<22", range("srcport", OPEN, excl("22"))),
                arguments("srcport:<=22", range("srcport", OPEN, incl("22"))),
                arguments("srcport:> 22", range("srcport", excl("22"), OPEN)),
                arguments("srcport:>-5", range("srcport", excl("-5"), OPEN)),
                arguments("srcport:>\"22\"", range("srcport", excl("22"), OPEN)),
                arguments("score:>=-1.5e3", range("score", incl("-1.5e3"), OPEN)),
                arguments(
                        "srcport:(>=10 AND <20)",
                        and(range("srcport", incl("10"), OPEN), range("srcport", OPEN, excl("20")))),
                arguments("srcip:[10.0.0.0 TO ::ffff]", range("srcip", incl("10.0.0.0"), incl("::ffff"))),
                arguments("username:[\"a b\" TO c}", range("username", incl("a b"), excl("c"))),
                arguments("username:[\"*\" TO c]", range("username", incl("*"), incl("c"))),
                arguments("mac:[00:11 TO 00:12]", range("mac", incl("00:11"), incl("00:12"))),
                arguments("*:[a TO b]", range("*", incl("a"), incl("b"))));
    }
}
