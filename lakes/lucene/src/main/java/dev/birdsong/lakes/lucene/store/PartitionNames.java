// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.record.Index;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which partition a record lives in: in Syslog the month of its timestamp, in UTC.
///
/// Times before 2010 or more than two days ahead share one partition. Time goes on, so a record may have been put
/// there whose month has a partition of its own by now: such a record stays where it is.
final class PartitionNames {

    static final String ASSETS = "aella-assets";
    static final String UNDATED = "aella-syslog-undated";

    private static final String SYSLOG = "aella-syslog-";
    private static final Pattern MONTHLY = Pattern.compile("aella-syslog-([0-9]{4})\\.([0-9]{2})");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu.MM");
    private static final long FIRST = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    private static final Duration AHEAD = Duration.ofDays(2);

    private final Clock clock;
    private volatile Month recent = Month.of(FIRST);

    PartitionNames(Clock clock) {
        this.clock = clock;
    }

    /// Where a record may live: first where it goes when it is new.
    List<String> homes(Index index, long timestamp) {
        return switch (index) {
            case ASSETS -> List.of(ASSETS);
            case SYSLOG -> syslogHomes(timestamp);
        };
    }

    private List<String> syslogHomes(long timestamp) {
        if (timestamp < FIRST) {
            return List.of(UNDATED);
        }
        Month month = month(timestamp);
        return timestamp > clock.millis() + AHEAD.toMillis() ? month.ahead() : month.homes();
    }

    private Month month(long timestamp) {
        Month month = recent;
        if (!month.contains(timestamp)) {
            month = Month.of(timestamp);
            recent = month;
        }
        return month;
    }

    /// Where the records of one month may live, worked out once for many of them.
    ///
    /// @param homes where they go when they are new, and where else they may be
    /// @param ahead the same for those that lie ahead
    private record Month(long from, long until, List<String> homes, List<String> ahead) {

        /// No partition bears a year of more than four digits.
        static Month of(long timestamp) {
            var month = YearMonth.from(Instant.ofEpochMilli(timestamp).atOffset(ZoneOffset.UTC));
            if (month.getYear() > 9999) {
                return new Month(timestamp, timestamp + 1, List.of(UNDATED), List.of(UNDATED));
            }
            String name = SYSLOG + MONTH.format(month);
            return new Month(start(month), start(month.plusMonths(1)), List.of(name, UNDATED), List.of(UNDATED, name));
        }

        boolean contains(long timestamp) {
            return timestamp >= from && timestamp < until;
        }
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /// All partitions in which a record may be.
    static List<String> possibleHomes(Index index, long timestamp) {
        return switch (index) {
            case ASSETS -> List.of(ASSETS);
            case SYSLOG ->
                timestamp < FIRST ? List.of(UNDATED) : Month.of(timestamp).homes();
        };
    }

    /// Whether a folder of this name is a partition.
    static boolean isPartition(String name) {
        return name.equals(ASSETS)
                || name.equals(UNDATED)
                || MONTHLY.matcher(name).matches();
    }

    /// Which index a partition belongs to.
    static Index index(String name) {
        return name.equals(ASSETS) ? Index.ASSETS : Index.SYSLOG;
    }

    /// When the last timestamp of a partition has passed, epoch milliseconds, where its name says so.
    static Optional<Long> end(String name) {
        return month(name).map(DropListener.Month::until);
    }

    /// The month of a partition, where its name says so.
    static Optional<DropListener.Month> month(String name) {
        Matcher monthly = MONTHLY.matcher(name);
        return monthly.matches()
                ? Optional.of(
                        month(YearMonth.of(Integer.parseInt(monthly.group(1)), Integer.parseInt(monthly.group(2)))))
                : Optional.empty();
    }

    private static DropListener.Month month(YearMonth month) {
        return new DropListener.Month(start(month), start(month.plusMonths(1)));
    }
}
