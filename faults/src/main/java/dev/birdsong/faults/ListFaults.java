// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Script;
import dev.birdsong.faults.play.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A console whose lists change, or are told in other ways than expected.
final class ListFaults {

    private static final String INCIDENTS = "incidents/all";
    private static final String AUDIT = "audit_trail";
    private static final String BOUNDARY = "the boundary between two pages is looked at (0005)";
    private static final int PAGE = 100;

    private static final Setting SOME = Setting.of(430, 1_000);
    private static final Setting OFFSETS = SOME.with("cursor-points-at", "offset");

    static final List<Play> ALL = List.of(
            new Play("none (baseline)", "collected twice", "ids depend on what a record is (0004)", SOME, stage -> {
                stage.collects();
                stage.collects();
            }),
            backlog(),
            fasterThanWritten(),
            new Play(
                    "incidents grow while paged",
                    "before pages 2, 3 and 4, some of page 1 and of the last one grow; cursors are ids",
                    BOUNDARY,
                    SOME,
                    growing()),
            new Play(
                    "incidents grow while paged, rows shift",
                    "the same; cursors are offsets into a list that moves up",
                    BOUNDARY,
                    OFFSETS,
                    growing()),
            new Play(
                    "incidents grow while paged, newest first",
                    "the same; newest first, cursors are offsets",
                    BOUNDARY,
                    OFFSETS.with("page-order", "descending"),
                    growing()),
            new Play(
                    "page order reversed",
                    "newest page first, each page upwards; some grow meanwhile",
                    "what a walk vouches for, not the last id",
                    SOME.with("page-order", "reversed"),
                    growing()),
            new Play(
                    "acknowledged between polls",
                    "a third acknowledged after a poll, some taken back",
                    "walks go by `updated_id`; all incidents are asked for, whatever their state",
                    SOME,
                    acknowledged()),
            new Play(
                    "several in one second",
                    "60 incidents, and equal events of one incident, within a second of a standing clock",
                    "equal events are numbered (0004); no clock is asked for a position",
                    SOME.at(InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"))),
                    sameSecond()),
            new Play(
                    "empty polls",
                    "two polls of a console that has nothing, then three incidents, then a poll",
                    "an empty page moves nothing",
                    Setting.of(0, 0),
                    empty()),
            new Play(
                    "update after a quiet poll",
                    "a quiet poll, then old incidents grow and are enriched",
                    "an incident is read again whole, its known events are left alone",
                    SOME,
                    quiet()),
            maxUpdatedId("console", "tells of the whole console: higher than the page"),
            maxUpdatedId("page", "tells of the page"),
            maxUpdatedId("null", "is null"),
            new Play(
                    "cursor refused",
                    "all cursors expire before pages 2 and 4",
                    "the walk begins anew above what was read; ids not visible yet are known to the writer",
                    SOME,
                    expiring()),
            new Play(
                    "audit burst",
                    "1,000 audit records while the trail is paged",
                    "a walk vouches for what it has read; the next begins there",
                    SOME,
                    stage -> {
                        stage.happensBefore(2, AUDIT, console -> acts(console, 1_000));
                        stage.collects();
                        stage.collects();
                    }),
            new Play(
                    "audit purge",
                    "the older half purged while the trail is paged, again after it",
                    "what is gone at the source stays in the lake",
                    SOME,
                    purged()),
            new Play(
                    "incidents deleted",
                    "the newest deleted, an hour later the epoch grows; others deleted while paged",
                    "the epoch is no part of an id (0004)",
                    SOME,
                    deleted()));

    private ListFaults() {}

    private static Play backlog() {
        return new Play(
                "a backlog",
                "100,000 incidents and audit records in one run, in which every thirtieth answer is cut (3,000 in short)",
                "a cut walk goes on where it was cut; pages get smaller",
                Setting.of(3_000, 100_000).with("maximum-limit", "0"),
                stage -> {
                    stage.fault("cut=20000,probability=0.03,path=api/v1");
                    stage.collects();
                });
    }

    /// At each of the first requests more comes than a page brings.
    private static Play fasterThanWritten() {
        return new Play(
                "records faster than they are written",
                "before each request for a time 100 things happen, a page brings 50, each put takes 200 ms longer",
                "the console is asked less often, the walk goes on; nothing is skipped",
                Setting.of(100, 100).with("maximum-limit", "50").with("cursor-points-at", "offset"),
                stage -> {
                    for (int request = 1; request <= stage.form().of(12, 40); request++) {
                        stage.happensBefore(request, INCIDENTS, console -> console.live(100));
                    }
                    stage.collectsSlowly(Duration.ofMillis(200));
                    stage.collects();
                });
    }

    private static Play maxUpdatedId(String what, String meaning) {
        return new Play(
                "`max_updated_id` " + meaning,
                "some grow while paged, then between polls",
                "it is not read: positions come from ids that were seen",
                SOME.with("max-updated-id", what),
                growing());
    }

    /// Changes before pages 2, 3 and 4, then between two polls.
    private static Script growing() {
        return stage -> {
            List<String> ids = stage.console().incidentIds().toList();
            for (int page = 2; page <= 4; page++) {
                int first = page * 7;
                stage.happensBefore(page * 2 - 2, INCIDENTS, console -> {
                    console.append(ids.get(first), 2);
                    console.append(ids.get(first + PAGE), 1);
                    console.append(ids.get(ids.size() - first), 1);
                    console.attack(1);
                });
            }
            stage.collects();
            stage.happens(console -> console.append(ids.get(1), 3));
            stage.collects();
        };
    }

    private static Script acknowledged() {
        return stage -> {
            stage.collects();
            List<String> ids = stage.console().incidentIds().toList();
            stage.happens(console -> ids.subList(0, ids.size() / 3).forEach(console::acknowledge));
            stage.collects();
            stage.happens(console -> ids.subList(5, 10).forEach(console::unacknowledge));
            stage.collects();
        };
    }

    private static Script sameSecond() {
        return stage -> {
            stage.collects();
            stage.happens(console -> {
                String ssh = console.attackOf(4002);
                console.append(ssh, 3);
                for (int i = 0; i < 4; i++) {
                    console.repeat(ssh);
                }
                console.attack(60);
            });
            stage.collects();
            stage.collects();
        };
    }

    private static Script empty() {
        return stage -> {
            stage.collects();
            stage.collects();
            stage.happens(console -> console.attack(3));
            stage.happens(console -> acts(console, 3));
            stage.collects();
        };
    }

    private static Script quiet() {
        return stage -> {
            stage.collects();
            stage.collects();
            stage.passes(Duration.ofMinutes(15));
            stage.collects();
            List<String> ids = stage.console().incidentIds().toList();
            stage.happens(console -> Stream.of(3, 40, 70).map(ids::get).forEach(id -> {
                console.append(id, 2);
                console.enrich(id);
            }));
            stage.collects();
        };
    }

    private static Script expiring() {
        return stage -> {
            stage.happensBefore(3, INCIDENTS, SimulatedConsole::expireCursors);
            stage.happensBefore(8, INCIDENTS, SimulatedConsole::expireCursors);
            stage.happensBefore(3, AUDIT, SimulatedConsole::expireCursors);
            stage.collects();
        };
    }

    private static Script purged() {
        return stage -> {
            stage.happensBefore(3, AUDIT, console -> console.purge(100));
            stage.collects();
            stage.mustStay();
            stage.happens(console -> console.purge(300));
            stage.happens(console -> acts(console, 20));
            stage.passes(Duration.ofHours(2));
            stage.collects();
        };
    }

    private static Script deleted() {
        return stage -> {
            stage.collects();
            stage.mustStay();
            List<String> ids = stage.console().incidentIds().toList();
            stage.happens(console -> ids.subList(ids.size() - 3, ids.size()).forEach(console::delete));
            stage.passes(Duration.ofHours(2));
            stage.happensBefore(4, INCIDENTS, console -> ids.subList(0, 5).forEach(console::delete));
            stage.collects();
        };
    }

    private static void acts(SimulatedConsole console, int count) {
        for (int i = 0; i < count; i++) {
            console.act();
        }
    }
}
