// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.answers.LogType.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTypesTest {

    @ParameterizedTest
    @CsvSource({
        "1004, OPERATIONAL",
        "23001, OPERATIONAL",
        "23002, OPERATIONAL",
        "23003, OPERATIONAL",
        "111111, TEST",
        "4002, ATTACK",
        "17012, ATTACK",
        "99999, UNCLASSIFIED",
    })
    void keepsOperationalKindsApartFromAttacks(String number, Category category) {
        assertThat(LogTypes.of(number).category()).isEqualTo(category);
    }

    @Test
    void saysHowMuchEachKnownKindMatters() {
        assertThat(LogTypes.known())
                .hasSizeGreaterThan(90)
                .allSatisfy(type -> assertThat(type.severity()).isIn("critical", "high", "medium", "low", "info"));
    }

    @Test
    void knowsTechniquesOfAttacksOnly() {
        assertThat(LogTypes.known())
                .filteredOn(type -> !type.technique().id().isEmpty())
                .allSatisfy(type -> {
                    assertThat(type.category()).isEqualTo(Category.ATTACK);
                    assertThat(type.technique().id()).matches("T\\d{4}(\\.\\d{3})?");
                    assertThat(type.technique().name()).isNotBlank();
                });
    }
}
