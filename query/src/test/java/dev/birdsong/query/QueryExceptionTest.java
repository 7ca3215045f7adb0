// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryExceptionTest {

    @ParameterizedTest
    @MethodSource({"structure", "values", "ranges"})
    void pointsAtTheFault(String typed, int column, String reason) {
        QueryException problem = problem(typed);

        assertThat(problem.reason()).contains(reason).doesNotContain("\n");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem).hasMessage("column " + column + ": " + problem.reason());
    }

    static Stream<Arguments> structure() {
        return Stream.of(
                arguments("AND", 1, "stand between two clauses"),
                arguments("a AND", 3, "nothing follows this operator"),
                arguments("a OR ", 3, "nothing follows this operator"),
                arguments("(a OR )", 4, "nothing follows this operator"),
                arguments("OR b", 1, "stand between two clauses"),
                arguments("a AND OR b", 7, "stand between two clauses"),
                arguments("a || || b", 6, "stand between two clauses"),
                arguments("NOT", 1, "nothing follows this operator"),
                arguments("a NOT", 3, "nothing follows this operator"),
                arguments("a - b", 3, "nothing follows this operator"),
                arguments("a +", 3, "nothing follows this operator"),
                arguments("!", 1, "nothing follows this operator"),
                arguments("(a", 1, "never closed"),
                arguments("a (b (c)", 3, "never closed"),
                arguments("a)", 2, "never opened"),
                arguments(")", 1, "does not belong here"),
                arguments("a ()", 3, "nothing in this parenthesis"),
                arguments("username:()", 10, "nothing in this parenthesis"),
                arguments("\"a", 1, "quote is never closed"),
                arguments("a:\"b\\\"", 3, "quote is never closed"),
                arguments("a]", 2, "bracket does not belong here"),
                arguments("username:}", 10, "bracket does not belong here"),
                arguments("\ud83d\udc26 AND", 3, "nothing follows this operator"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(":a", 1, "field name is missing"),
                arguments("a: ", 3, "value is missing after 'a'"),
                arguments("a:", 3, "value is missing after 'a'"),
                arguments("(a:)", 4, "value is missing after 'a'"),
                arguments("a: AND b", 3, "value is missing after 'a'"),
                arguments("a:b:c", 4, "a second colon"),
                arguments("url:http://x/", 9, "a second colon"),
                arguments("a:(b:c)", 5, "a second colon"),
                arguments("a.*:b", 1, "takes no wildcard"),
                arguments("_exists_:(a)", 10, "name of one field"),
                arguments("_exists_:a*", 10, "name of one field"),
                arguments("\"a\":b", 1, "field name is not quoted"),
                arguments("/joh?n(ath[oa]n)/", 1, "regular expressions"),
                arguments("x (path:/a.*/)", 9, "regular expressions"),
                arguments("root~", 5, "similar words"),
                arguments("x root~0.8", 7, "similar words"),
                arguments("root^2", 5, "similar words"),
                arguments("\"a b\"~3", 6, "near each other"));
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments("[1 TO 2]", 1, "needs a field"),
                arguments(">5", 1, "needs a field"),
                arguments("srcport:[1 2]", 9, "a range is written"),
                arguments("srcport:[1 TO]", 9, "a range is written"),
                arguments("srcport:[1 TO 2", 9, "a range is written"),
                arguments("srcport:[1 TO 2)", 9, "a range is written"),
                arguments("srcport:>", 9, "a range is written"),
                arguments("srcport:>many", 10, "'many' is not a number"),
                arguments("srcport:>1e9999", 10, "is not a number"),
                arguments("srcip:>10.0.0.300", 8, "is not an IP address"),
                arguments("username:[a* TO b]", 11, "takes no wildcard"),
                arguments("srcip:10.0.0.0/33", 7, "is not a network"),
                arguments("srcip:10.0.0.300/8", 7, "is not a network"),
                arguments("srcip:2001:db8::/129", 7, "is not a network"),
                arguments("timestamp:yesterday", 11, "'yesterday' is not a time"),
                arguments("timestamp:2026-13-01", 11, "is not a time"),
                arguments("timestamp:2026-02-30", 11, "is not a time"),
                arguments("timestamp:now-5", 11, "is not a time"),
                arguments("timestamp:now" + "-999999y".repeat(2_000), 11, "is not a time"),
                arguments("timestamp:2026-11-*", 11, "a time takes no wildcard"),
                arguments("timestamp:[now-1d TO nonsense]", 22, "is not a time"));
    }

    @Test
    void shortensWhatItRepeatsToOneLine() {
        assertThat(problem("timestamp:\"a\nb" + "c".repeat(100) + "\"").reason())
                .startsWith("'a b" + "c".repeat(37) + "...' is not a time");
    }

    @Test
    void allowsAThousandAndTwentyFourClauses() {
        assertThat(Trees.PARSER.parse("a ".repeat(1_024))).isNotNull();
        assertThat(problem("a ".repeat(1_025))).hasMessage("column 2049: a query has at most 1,024 clauses");
    }

    @Test
    void endsAtADepthRatherThanInAStackOverflow() {
        assertThat(Trees.PARSER.parse("(".repeat(64) + "a" + ")".repeat(64))).isEqualTo(Trees.word("a"));
        assertThat(problem("(".repeat(100_000)).reason()).contains("nested deeper");
        assertThat(problem("a:" + "(".repeat(100_000)).reason()).contains("nested deeper");
        assertThat(problem("NOT ".repeat(100_000) + "a").reason()).contains("nested deeper");
        assertThat(problem("-".repeat(100_000) + "a").reason()).contains("nested deeper");
    }

    private static QueryException problem(String typed) {
        return assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> Trees.PARSER.parse(typed))
                .actual();
    }
}
