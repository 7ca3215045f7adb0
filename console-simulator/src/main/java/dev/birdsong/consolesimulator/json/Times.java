// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

import java.io.IOException;
import java.time.LocalDate;

/// The console's ways of writing a moment, all in UTC, from epoch seconds.
public final class Times {

    private static final int DAY = 86_400;
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Times() {}

    /// `2026-11-20 06:45:02 UTC+0000`, quoted.
    public static void std(JsonOut out, long second) throws IOException {
        out.raw('"');
        plain(out, second);
        out.ascii(" UTC+0000\"");
    }

    /// `2026-11-20 06:45:02`, quoted, with ` (UTC)` behind it for tokens.
    public static void local(JsonOut out, long second, boolean zone) throws IOException {
        out.raw('"');
        plain(out, second);
        out.ascii(zone ? " (UTC)\"" : "\"");
    }

    /// `Fri, 20 Nov 2026 06:45:02 GMT`, quoted.
    public static void http(JsonOut out, long second) throws IOException {
        LocalDate date = date(second);
        out.raw('"');
        out.ascii(DAYS[date.getDayOfWeek().getValue() - 1]);
        out.ascii(", ");
        out.padded(date.getDayOfMonth(), 2);
        out.raw(' ');
        out.ascii(MONTHS[date.getMonthValue() - 1]);
        out.raw(' ');
        out.padded(date.getYear(), 4);
        out.raw(' ');
        clock(out, second);
        out.ascii(" GMT\"");
    }

    /// `Fri Nov 20 2026 06:45:02 GMT+0000 (UTC)`, quoted.
    public static void script(JsonOut out, long second) throws IOException {
        LocalDate date = date(second);
        out.raw('"');
        out.ascii(DAYS[date.getDayOfWeek().getValue() - 1]);
        out.raw(' ');
        out.ascii(MONTHS[date.getMonthValue() - 1]);
        out.raw(' ');
        out.padded(date.getDayOfMonth(), 2);
        out.raw(' ');
        out.padded(date.getYear(), 4);
        out.raw(' ');
        clock(out, second);
        out.ascii(" GMT+0000 (UTC)\"");
    }

    private static void plain(JsonOut out, long second) throws IOException {
        LocalDate date = date(second);
        out.padded(date.getYear(), 4);
        out.raw('-');
        out.padded(date.getMonthValue(), 2);
        out.raw('-');
        out.padded(date.getDayOfMonth(), 2);
        out.raw(' ');
        clock(out, second);
    }

    private static void clock(JsonOut out, long second) throws IOException {
        int ofDay = (int) Math.floorMod(second, (long) DAY);
        out.padded(ofDay / 3600, 2);
        out.raw(':');
        out.padded(ofDay / 60 % 60, 2);
        out.raw(':');
        out.padded(ofDay % 60, 2);
    }

    private static LocalDate date(long second) {
        return LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
    }
}
