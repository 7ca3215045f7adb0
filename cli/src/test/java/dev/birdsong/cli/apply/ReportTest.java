// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Report report = new Report(new PrintWriter(out), new PrintWriter(err));

    @Test
    void saysHowMuchWasNotReached() {
        report.unchanged();
        report.created("connector Acme/hq", List.of());

        report.end(5, false);

        assertThat(out)
                .hasToString("+ connector Acme/hq\n= 1 unchanged\n1 created, 0 changed, 1 unchanged, 0 failed,"
                        + " 3 not reached\n");
    }

    @Test
    void doesNotCallAnEarlyEndNothingToChange() {
        report.end(3, false);

        assertThat(out).hasToString("0 created, 0 changed, 0 unchanged, 0 failed, 3 not reached\n");
    }

    @Test
    void keepsALineALine() {
        report.created("connector Acme/\u001b[31mhq\nbirdsong: ", List.of("host a\u2028b"));
        report.failed(new Place("a.yml", "connectors 'x\ny'").problem("name", "is\rwrong"));

        assertThat(out).hasToString("+ connector Acme/?[31mhq?birdsong: : host a?b\n");
        assertThat(err).hasToString("birdsong: a.yml: connectors 'x?y': name: is?wrong\n");
    }
}
