// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// The partitions of a lake: Assets is one, Syslog has one a month and one for what lies before 2010 or more than two
/// days ahead.
final class Partitions {

    private static final String SYSLOG = "aella-syslog-";
    private static final long FIRST = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();

    private Partitions() {}

    /// Where a record goes when it is new.
    static String of(RecordKey key, long now) {
        if (key.index() == Index.ASSETS) {
            return "aella-assets";
        }
        boolean isUndated = key.timestamp() < FIRST
                || key.timestamp() > now + Duration.ofDays(2).toMillis();
        return SYSLOG + (isUndated ? "undated" : monthName(key.timestamp()));
    }

    private static String monthName(long timestamp) {
        var month = YearMonth.from(Instant.ofEpochMilli(timestamp).atOffset(ZoneOffset.UTC));
        return month.toString().replace('-', '.');
    }

    /// When the last timestamp of a partition has passed, epoch milliseconds, where its name says so.
    static Optional<Long> end(String partition) {
        return month(partition).map(DropListener.Month::until);
    }

    /// The month of a partition, where its name says so.
    static Optional<DropListener.Month> month(String partition) {
        String month = partition.replace(SYSLOG, "").replace('.', '-');
        return Character.isDigit(month.charAt(0)) ? Optional.of(month(YearMonth.parse(month))) : Optional.empty();
    }

    private static DropListener.Month month(YearMonth month) {
        return new DropListener.Month(start(month), start(month.plusMonths(1)));
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
