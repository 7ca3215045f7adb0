// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.outbound.Answer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads how long a console asks us to wait.
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /// Seconds or a date, as HTTP has it; never less than nothing, never more than an hour.
    static Optional<Duration> of(Answer answer, Clock clock) {
        return answer.header("retry-after").map(String::trim).flatMap(text -> wait(text, clock));
    }

    private static Optional<Duration> wait(String text, Clock clock) {
        if (text.matches("\\d+")) {
            return Optional.of(text.length() > 5 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(bounded(Duration.between(clock.instant(), until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
