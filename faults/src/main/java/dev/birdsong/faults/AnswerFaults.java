// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import dev.birdsong.faults.play.Play;
import dev.birdsong.faults.play.Script;
import dev.birdsong.faults.play.Setting;
import dev.birdsong.faults.play.Stage;
import java.util.List;

/// A console, or what is in between, that does not answer as it should.
final class AnswerFaults {

    private static final String STANDS = "the position stands before what was not read; a page is asked for again";

    private static final Setting SOME = Setting.of(430, 1_000);

    static final List<Play> ALL = List.of(
            passing(
                    "HTTP 500",
                    "three of 500 in the middle, then 500 to everything for a whole run",
                    "status=500",
                    "cannot answer now (500)"),
            passing(
                    "502 with a page of HTML",
                    "three in the middle, then to everything for a whole run",
                    "status=502,html=true",
                    "cannot answer now (502)"),
            passing(
                    "HTML at status 200",
                    "a proxy's page three times in the middle, then to everything",
                    "proxy-page",
                    "a web page instead"),
            passing(
                    "`result: error` at status 200",
                    "once for a whole run in the middle of nothing else",
                    "error-result",
                    "refuses the request"),
            new Play(
                    "429 once",
                    "with and without `Retry-After`, in the middle",
                    "waits as asked, then asks for the same page",
                    SOME,
                    stage -> {
                        stage.happensBefore(4, "incidents", console -> stage.fault("too-many=1,count=1"));
                        stage.happensBefore(6, "incidents", console -> stage.fault("too-many=none,count=1"));
                        stage.happensBefore(3, "audit", console -> stage.fault("too-many=1,count=1"));
                        stage.collects();
                    }),
            new Play(
                    "a quota of requests",
                    "one request a second is let in, the others get 429",
                    "a host that has enough is asked less often",
                    Setting.of(120, 300),
                    stage -> {
                        stage.fault("quota=1s");
                        stage.collects();
                    }),
            new Play(
                    "large pages fail",
                    "pages of more than 60 records answer 504",
                    "a page that is not answered is asked for by halves",
                    SOME.with("maximum-limit", "0").with("fails-above", "60"),
                    Stage::collects),
            new Play(
                    "time-out",
                    "an answer begins after 31 s, in the middle",
                    "30 s without a byte end a request; a smaller page is asked for",
                    SOME,
                    stage -> {
                        stage.happensBefore(5, "incidents", console -> stage.fault("delay=31s,count=1"));
                        stage.collects();
                    }),
            new Play(
                    "cut bodies",
                    "a third of all answers ends after 20,000 bytes, the first of them after 300",
                    "halved pages; a cut body moves nothing",
                    SOME,
                    stage -> {
                        stage.fault("cut=300,count=1");
                        stage.fault("cut=20000,probability=0.33,path=v1/incidents");
                        stage.fault("cut=9000,probability=0.2,path=audit");
                        stage.collects();
                    }),
            new Play(
                    "slow bodies",
                    "five answers at 15 kB a second",
                    "no limit on the whole of an answer",
                    SOME,
                    stage -> {
                        stage.fault("slow=15000,count=5");
                        stage.collects();
                    }),
            passing("connection reset", "three times in the middle, then at every request", "reset", "127.0.0.1"),
            new Play(
                    "invalid JSON once",
                    "the seventh record of pages 2 and 3 is not JSON, once",
                    "the page is asked for again before anything is given up",
                    SOME,
                    stage -> {
                        stage.happensBefore(3, "incidents", console -> stage.fault("broken-at=7,count=1"));
                        stage.happensBefore(2, "audit", console -> stage.fault("broken-at=7,count=1"));
                        stage.collects();
                        Stage.check(stage.quarantined() == 0, "something is in quarantine");
                    }),
            new Play(
                    "invalid JSON for good",
                    "one incident is not JSON wherever it shows",
                    "narrowed down to the one record, which is kept verbatim in quarantine",
                    SOME,
                    broken("ascending")),
            new Play(
                    "invalid JSON for good, newest first",
                    "one incident is not JSON wherever it shows",
                    "narrowed down to the one record, which is kept verbatim in quarantine",
                    SOME.with("page-order", "descending"),
                    broken("descending")),
            new Play(
                    "audit page 2 fails",
                    "page 2 of the trail answers 500 for a whole run; new records come",
                    "a long walk goes on behind the new records",
                    SOME,
                    auditPage()));

    private AnswerFaults() {}

    /// Three times in the middle of a run, then to every request of a run, then no more.
    private static Play passing(String name, String played, String fault, String said) {
        return new Play(name, played, STANDS, SOME, stage -> {
            boolean again = !fault.equals("error-result");
            if (again) {
                stage.happensBefore(4, "incidents", console -> stage.fault(fault + ",count=3"));
            }
            stage.collects();
            stage.happens(console -> console.attack(5));
            stage.fault(fault);
            stage.failsSaying(said);
            stage.console().clearFaults();
            stage.happens(console -> console.attack(5));
            stage.collects();
        });
    }

    private static Script broken(String order) {
        return stage -> {
            String id = stage.console().incidentIds().toList().get(order.equals("ascending") ? 150 : 250);
            stage.cannotRead(id);
            stage.fault("broken-record=" + id);
            stage.collects();
            stage.happens(console -> console.attack(5));
            stage.collects();
            Stage.check(stage.quarantined() == 2, "in quarantine: " + stage.quarantined() + " files instead of 2");
        };
    }

    private static Script auditPage() {
        return stage -> {
            stage.happensBefore(2, "audit", console -> stage.fault("status=500,path=audit"));
            stage.failsSaying("cannot answer now (500)");
            stage.console().clearFaults();
            stage.happens(console -> console.act());
            stage.collects();
        };
    }
}
