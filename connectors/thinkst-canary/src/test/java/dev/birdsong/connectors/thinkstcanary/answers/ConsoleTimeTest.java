// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1762757102|1762757102000",
                "1585947447.092035|1585947447092",
                "1586262520000|1586262520000",
                "0|0",
                "2020-04-03 12:56:42 UTC+0000|1585918602000",
                "2020-04-03 14:56:42 SAST+0200|1585918602000",
                "2020-04-03 07:26:42 -0530|1585918602000",
                "2020-04-03 12:56:42 (UTC)|1585918602000",
                "2020-04-03 12:56:42|1585918602000",
                "2020-04-03T12:56:42Z|1585918602000",
                "2020-04-03T12:56:42.250+00:00|1585918602250",
                "2020-04-03T12:56|1585918560000",
                "Fri, 03 Apr 2020 12:56:42 GMT|1585918602000",
                "Fri Apr 03 2020 12:56:42 GMT+0000 (UTC)|1585918602000",
                "Fri Apr 3 2020 14:56:42 GMT+0200 (SAST)|1585918602000",
            })
    void readsEveryFormThatAConsoleWrites(String text, long millis) {
        assertThat(ConsoleTime.millis(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "-1",
                "2020-13-03 12:56:42",
                "2020-04-03 12:56:42 +9900",
                "Fri, 99 Apr 2020 12:56:42"
            })
    void doesNotReadWhatIsNoTime(String text) {
        assertThat(ConsoleTime.millis(text)).isEmpty();
    }
}
