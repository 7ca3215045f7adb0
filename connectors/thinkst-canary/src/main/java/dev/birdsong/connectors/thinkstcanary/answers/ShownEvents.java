// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Which of an incident's events an answer shows: a console may cut a long list at either end, and does not say
/// at which.
///
/// Equal events are numbered so that two of them never get one number, whatever was cut: where equal ones may be
/// hidden before those that are shown, numbers begin after as many as could be hidden there. While the list is
/// not cut they begin at 0. In doubt one event gets two numbers, never two events one.
final class ShownEvents {

    private final long shown;
    private final long missing;
    private final List<String> allTimes;
    private final Span span;
    private final Cut cut;
    private final Map<String, Long> hidden;

    /// The times of the events that are shown.
    ///
    /// @param first of the first one that has a time
    /// @param last of the last one that has a time
    /// @param ordered whether none is earlier than the one before it
    record Span(String first, String last, boolean ordered) {}

    /// What an incident says of all its events.
    ///
    /// @param count how many there are, as the console wrote it
    /// @param times the time of each, joined by commas, where the console says so
    /// @param created when the first happened
    record Claim(String count, String times, String created) {}

    private enum Cut {
        NOWHERE,
        FRONT,
        BACK,
        UNKNOWN
    }

    ShownEvents(long shown, Span span, Claim claim) {
        this.shown = shown;
        this.span = span;
        this.missing = Math.max(0, count(claim.count) - shown);
        this.allTimes = missing > 0 ? allTimes(claim.times) : List.of();
        this.cut = cut(claim);
        this.hidden = (allTimes.isEmpty() ? allTimes : allTimes.subList(0, (int) missing))
                .stream().collect(Collectors.groupingBy(time -> time, Collectors.counting()));
    }

    /// How many are shown.
    long shown() {
        return shown;
    }

    /// How many the incident has that are not shown.
    long missing() {
        return missing;
    }

    /// From which number on equal events of this time are numbered.
    long firstNumber(String time) {
        return switch (cut) {
            case NOWHERE, BACK -> 0;
            case FRONT, UNKNOWN -> allTimes.isEmpty() ? couldBeHidden(time) : hidden.getOrDefault(time, 0L);
        };
    }

    private List<String> allTimes(String joined) {
        List<String> times = List.of(joined.split(",", -1));
        return times.size() == shown + missing ? times : List.of();
    }

    private long couldBeHidden(String time) {
        return span.ordered && later(time, span.first) ? 0 : missing;
    }

    private Cut cut(Claim claim) {
        if (missing == 0) {
            return Cut.NOWHERE;
        }
        if (!allTimes.isEmpty() && shown > 0) {
            boolean front = fits((int) missing);
            boolean back = fits(0);
            return front == back ? Cut.UNKNOWN : front ? Cut.FRONT : Cut.BACK;
        }
        return later(span.first, claim.created) ? Cut.FRONT : Cut.UNKNOWN;
    }

    private static boolean later(String time, String than) {
        OptionalLong one = ConsoleTime.millis(time);
        OptionalLong other = ConsoleTime.millis(than);
        return one.isPresent() && other.isPresent() && one.getAsLong() > other.getAsLong();
    }

    private boolean fits(int from) {
        return allTimes.get(from).equals(span.first)
                && allTimes.get(from + (int) shown - 1).equals(span.last);
    }

    private static long count(String text) {
        return ConsoleNumber.of(text).orElse(0);
    }
}
