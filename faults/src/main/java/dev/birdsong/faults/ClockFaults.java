// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Script;
import dev.birdsong.faults.play.Setting;
import dev.birdsong.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Clocks that are wrong, stand still, go back, or have a second too many.
final class ClockFaults {

    private static final String NO_CLOCK = "no position and no id depends on a wall clock";
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Setting SOME = Setting.of(230, 1_000);
    private static final SettableClock WINTER = new SettableClock(Instant.parse("2026-10-25T00:30:00Z"));
    private static final SettableClock LEAP = new SettableClock(Instant.parse("2016-12-31T23:59:59Z"));

    static final List<Play> ALL = List.of(
            new Play(
                    "the console's clock an hour ahead",
                    "three polls with changes between",
                    NO_CLOCK,
                    SOME.at(wrongBy(HOUR)),
                    changing()),
            new Play(
                    "the console's clock an hour behind",
                    "three polls with changes between",
                    NO_CLOCK,
                    SOME.at(wrongBy(HOUR.negated())),
                    changing()),
            new Play(
                    "our clock an hour ahead, then behind",
                    "the polls between changes go by clocks that are two hours apart",
                    NO_CLOCK,
                    SOME,
                    ours()),
            new Play(
                    "the end of daylight saving",
                    "events at 02:30 and, an hour later, at 02:30 again; the program runs in that zone",
                    "times are read as the instants they are",
                    SOME.at(WINTER),
                    winter(WINTER)),
            new Play(
                    "a leap second",
                    "events at 23:59:59, 23:59:60 and 00:00:00",
                    "a time that cannot be read is no reason to lose a record",
                    SOME.at(LEAP),
                    leap(LEAP)));

    private ClockFaults() {}

    private static InstantSource wrongBy(Duration wrong) {
        return () -> InstantSource.system().instant().plus(wrong);
    }

    private static Script changing() {
        return stage -> {
            List<String> ids = stage.console().incidentIds().toList();
            for (int poll = 0; poll < 3; poll++) {
                int each = poll;
                stage.happens(console -> console.attack(5));
                stage.happens(console -> console.append(ids.get(each), 2));
                stage.happens(console -> console.act());
                stage.collects();
            }
        };
    }

    private static Script ours() {
        return stage -> {
            stage.collectsWithClockWrongBy(HOUR);
            stage.happens(console -> console.attack(5));
            stage.collectsWithClockWrongBy(HOUR.negated());
            stage.happens(console -> console.attack(5));
            stage.happens(console -> console.act());
            stage.collects();
        };
    }

    private static Script winter(SettableClock clock) {
        return stage -> {
            stage.option("-Duser.timezone=Europe/Berlin");
            stage.happens(console -> console.attack(3));
            stage.collects();
            List<String> ids = stage.console().incidentIds().toList();
            clock.advance(HOUR);
            stage.happens(console -> ids.subList(ids.size() - 3, ids.size()).forEach(console::repeat));
            stage.happens(console -> console.attack(3));
            stage.happens(console -> console.act());
            stage.collects();
        };
    }

    private static Script leap(SettableClock clock) {
        return stage -> {
            String id = stage.console().attackOf(4002);
            stage.happens(console -> console.append(id, """
                    {"USERNAME": "root", "timestamp_std": "2016-12-31 23:59:60 UTC+0000", "timestamp": 1483228799}"""));
            stage.collects();
            clock.advance(Duration.ofSeconds(1));
            stage.happens(console -> console.append(id, """
                    {"USERNAME": "root", "timestamp_std": "2016-12-31 23:59:60 UTC+0000"}"""));
            stage.happens(console -> console.append(id, 2));
            stage.collects();
        };
    }
}
