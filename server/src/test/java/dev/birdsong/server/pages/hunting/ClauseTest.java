// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                            | u:"root"
            *                             | u:"root"
            a:b                           | a:b AND u:"root"
            a:b OR c:d                    | (a:b OR c:d) AND u:"root"
            (a:b OR c:d) AND e:f          | (a:b OR c:d) AND e:f AND u:"root"
            (a:b OR c:d) OR e:f           | ((a:b OR c:d) OR e:f) AND u:"root"
            a:b AND u:"root"              | a:b AND u:"root"
            NOT u:"root"                  | NOT u:"root" AND u:"root"
            """)
    void isAddedToAQueryThatMeansTheSameAsBefore(String query, String after) {
        assertThat(Clause.of("u", "root").in(query)).isEqualTo(after);
    }

    @Test
    void takesAnyValueAsItIs() {
        assertThat(Clause.of("a b", "x\"y\\z").text()).isEqualTo("a\\ b:\"x\\\"y\\\\z\"");
        assertThat(Clause.of("a", "b").not().in("c")).isEqualTo("c AND NOT a:\"b\"");
        assertThat(Clause.of("a", "b".repeat(1_000)).fits()).isFalse();
    }
}
