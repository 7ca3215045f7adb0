// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.query.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// No content makes a put fail, and all of it can be found. Every lake is held to this.
public abstract class AnyContentContract extends LakeFixture {

    private static final int KEYS = 10_000;
    private static final int MEGABYTE = 1 << 20;

    @Test
    void takesValuesOfAllTypesAtOnePath() throws InterruptedException {
        List<Object> values = List.of("text", 7, 1.5, true, List.of("a", 1, false), Map.of("deeper", "b"), List.of());
        int id = 0;
        for (String path : List.of("srcport", "srcip", "score", "flag", "hostname", "unlisted")) {
            for (Object value : values) {
                assertThat(put(record("id-" + id++).with(path, value).build())).isEqualTo(new PutResult(1, 0, 0));
            }
        }

        assertThat(ids(new Query.Text("unlisted", "7"))).hasSize(1);
        assertThat(ids(new Query.Text("unlisted.deeper", "b"))).hasSize(1);
        assertThat(ids(new Query.Text("srcport", "text"))).hasSize(1);
    }

    @Test
    void leavesWhatDoesNotFitItsTypeOutOfTheFieldAndInTheDocument() throws InterruptedException {
        put(
                record("fits").with("srcport", 22).build(),
                record("quoted").with("srcport", "23").build(),
                record("word").with("srcport", "ssh").build(),
                record("huge").json("{\"srcport\":99999999999999999999999}").build(),
                record("network").with("srcip", "10.0.0.0/8").build());

        Query anyPort = new Query.Range("srcport", new Bound.At("0", true), new Bound.Open());
        assertThat(ids(anyPort)).containsExactlyInAnyOrder("fits", "quoted");
        assertThat(ids(new Query.Text("srcport", "ssh"))).containsExactly("word");
        assertThat(find(new Query.Text("_id", "huge")).getFirst().document().json())
                .contains("99999999999999999999999");
    }

    @Test
    void takesAValueOfAMegabyte() throws InterruptedException {
        String value = "x".repeat(MEGABYTE);
        String words = "word ".repeat(MEGABYTE / 5) + "end";

        put(record("1").with("hostname", value).with("unlisted", words).build());

        assertThat(ids(new Query.Text("hostname", value))).containsExactly("1");
        assertThat(find(new Query.Everything()).getFirst().document().json()).contains(value, words);
    }

    @Test
    void findsAMegabyteOfOneWordByAllOfIt() throws InterruptedException {
        String words = "a ".repeat(MEGABYTE / 2);
        String fewer = "a ".repeat(MEGABYTE / 2 - 1);

        put(record("1").with("unlisted", words).build());

        assertThat(ids(new Query.Text("unlisted", words))).containsExactly("1");
        assertThat(ids(new Query.Text("unlisted", fewer))).isEmpty();
        assertThat(ids(new Query.Text("unlisted", "a ".repeat(LeafText.MOST_WORDS))))
                .containsExactly("1");
        assertThat(ids(new Query.Text(Query.ANY, words))).containsExactly("1");
    }

    @Test
    void takesTenThousandDistinctKeys() throws InterruptedException {
        RecordBuilder many = record("1");
        for (int i = 0; i < KEYS; i++) {
            many.with("header-" + i, "value " + i);
        }

        put(many.build());

        assertThat(ids(new Query.Text("header-" + (KEYS - 1), "value " + (KEYS - 1))))
                .containsExactly("1");
        assertThat(ids(new Query.Text("header-1", "value 2"))).isEmpty();
    }

    @Test
    void takesNulAndHalfCharacters() throws InterruptedException {
        put(
                record("nul")
                        .with("hostname", "a\0b")
                        .with("un\0listed", "c\0d")
                        .with("\0", "\0")
                        .build(),
                record("half")
                        .json("{\"hostname\":\"\\ud800\",\"unlisted\":\"\\udc00 \\ud800\"}")
                        .build());

        assertThat(ids(new Query.Text("hostname", "a\0b"))).containsExactly("nul");
        assertThat(ids(new Query.Text("un\0listed", "c\0d"))).containsExactly("nul");
        assertThat(find(new Query.Everything())).hasSize(2);
    }

    @Test
    void takesEmptyAndVeryLongKeys() throws InterruptedException {
        String longKey = "k".repeat(MEGABYTE);

        put(record("1")
                .with("", "nothing")
                .with(longKey, "much")
                .with("..", "dots")
                .build());

        assertThat(ids(new Query.Text(LeafText.beginning(longKey), "much"))).containsExactly("1");
        assertThat(ids(new Query.Text("..", "dots"))).containsExactly("1");
    }
}
