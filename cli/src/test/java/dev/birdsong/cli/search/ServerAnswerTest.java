// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Document;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ServerAnswerTest {

    @Test
    void keepsARecordAsItStands() {
        String source = "{\"n\":1.500,\"big\":123456789012345678901,\"t\":\"\\u0000\\u202e😀\",\"l\":[{\"a\":1}, 2]}";
        String answer =
                "{\"took\":3,\"timed_out\":false,\"hits\":{\"total\":{\"value\":7,\"relation\":\"gte\"},\"hits\":["
                        + "{\"_index\":\"aella-syslog-2026.11\",\"_id\":\"x\",\"_score\":null,\"_source\":" + source
                        + ",\"sort\":[5,\"x\",null,0.5]}]},\"aggregations\":{\"hits\":{}}}";

        Searched.Found found = ServerAnswer.read(answer);

        assertThat(found)
                .isEqualTo(new Searched.Found(
                        List.of(new Hit(
                                "aella-syslog-2026.11",
                                "x",
                                Document.of(source),
                                List.of(
                                        new SortValue.Whole(5),
                                        new SortValue.Text("x"),
                                        new SortValue.Missing(),
                                        new SortValue.Decimal(0.5)))),
                        7,
                        false));
    }

    @Test
    void readsThatNothingWasFound() {
        String answer = "{\"took\":3,\"hits\":{\"total\":{\"value\":0,\"relation\":\"eq\"},\"hits\":[]}}";

        assertThat(ServerAnswer.read(answer)).isEqualTo(new Searched.Found(List.of(), 0, true));
    }
}
